/**
 * Measures the risk service on real servers: how fast it takes in two years of a borough beside a loop that writes the same rows
 * and thinks nothing, how soon a task stands, how much memory it holds and how soon it is back after a kill.
 */
package org.communitysolutions.local.bench;
