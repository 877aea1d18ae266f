/** What operators do to a platform that runs. */
package org.communitysolutions.local.operations;
