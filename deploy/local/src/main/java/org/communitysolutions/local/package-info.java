/** The whole platform on one machine: what {@code make run} starts, loads, shows and stops. */
package org.communitysolutions.local;
