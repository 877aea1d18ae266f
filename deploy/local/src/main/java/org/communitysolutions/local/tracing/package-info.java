/** The traces of the services, taken in and shown. */
package org.communitysolutions.local.tracing;
