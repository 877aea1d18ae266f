/**
 * Two years of an invented borough, as the events that its services would have published: made from a seed, as a stream, with
 * the truth about its households beside it. It is what rules, segments and backtests are tried on, and what the risk service
 * is measured with. No person, home or account in it exists.
 */
package org.communitysolutions.local.history;
