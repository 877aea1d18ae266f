/** Rehearsals of changes to what runs: instances replaced one after another, by a newer release or the same, under load. */
package org.communitysolutions.local.upgrade;
