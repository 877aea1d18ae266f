/** Loses the databases of a platform that works under load, brings them back from a backup, and counts what became of it. */
package org.communitysolutions.local.rehearsal;
