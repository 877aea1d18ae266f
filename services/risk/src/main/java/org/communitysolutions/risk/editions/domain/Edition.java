package org.communitysolutions.risk.editions.domain;

/** One file of factors and one of rules that belong together. Its state is its type; its texts never change. */
public sealed interface Edition permits Loaded, Approved, Live, Replaced {

    Heading heading();
}
