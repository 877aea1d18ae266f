package org.communitysolutions.casemanagement.task.domain;

import java.util.List;

/**
 * Why a task was asked for, so that a worker can tell and contest it.
 *
 * @param rule the risk rule's code
 * @param ruleVersion its version, from 1
 * @param reasons the events that made it hold, oldest first
 */
public record Basis(String rule, int ruleVersion, List<Reason> reasons) {

    public Basis {
        reasons = List.copyOf(reasons);
    }
}
