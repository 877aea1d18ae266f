package org.communitysolutions.intake.contact;

import java.util.Optional;
import java.util.Set;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.intake.safecontact.SafeContact;

/**
 * What the person said, told once and kept for every team.
 *
 * @param whatMatters what matters to them, in their own words
 * @param presentingNeeds what they came with; triage may find others
 * @param safeContact how they can be reached without harm, if they said
 */
public record Story(
        Channel channel, String whatMatters, Set<Need> presentingNeeds, Optional<SafeContact> safeContact) {}
