/** What brings the platform back after a loss: outbox connectors, and readers whose databases were restored. */
package org.communitysolutions.local.recovery;
