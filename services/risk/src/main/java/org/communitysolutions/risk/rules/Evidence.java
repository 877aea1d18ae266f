package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a condition holds.
 *
 * @param reasons the events it holds by
 * @param says the same in words, empty if the condition is silent
 */
public record Evidence(List<Reason> reasons, String says) {

    static final Evidence NONE = new Evidence(List.of(), "");

    static Evidence together(List<Evidence> several) {
        List<Reason> reasons = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Evidence one : several) {
            reasons.addAll(one.reasons());
            words.add(one.says());
        }
        return new Evidence(reasons, Wording.join(words));
    }
}
