package org.communitysolutions.intake.contact.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.intake.contact.Channel;
import org.communitysolutions.intake.contact.ReceiveContact;
import org.communitysolutions.intake.contact.Story;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.intake.safecontact.SafeContact;
import org.communitysolutions.shared.web.PlainText;

/**
 * Someone got in touch.
 *
 * @param householdId whom it is about, if that is known
 * @param personId who it was, if they are registered
 * @param whatMatters what matters to them, in their own words
 * @param presentingNeeds what they came with; domestic abuse is disclosed elsewhere
 * @param safeContact how they can be reached without harm
 */
record NewContact(
        UUID householdId,
        UUID personId,
        @NotNull Channel channel,
        @NotNull @PlainText(max = 4_000) String whatMatters,
        @Size(max = 18) Set<@NotNull Need> presentingNeeds,
        @Valid SafeContact safeContact) {

    ReceiveContact.Reception reception() {
        Set<Need> needs = presentingNeeds == null ? Set.of() : presentingNeeds;
        return new ReceiveContact.Reception(
                Optional.ofNullable(householdId),
                Optional.ofNullable(personId),
                new Story(channel, whatMatters, needs, Optional.ofNullable(safeContact)));
    }
}
