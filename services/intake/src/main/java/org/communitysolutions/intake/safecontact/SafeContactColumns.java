package org.communitysolutions.intake.safecontact;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import org.communitysolutions.intake.safecontact.SafeContact.SafeChannel;

/** A safe contact in the columns of the row that it belongs to. */
@Embeddable
public class SafeContactColumns {

    @Enumerated(EnumType.STRING)
    SafeChannel safeChannel;

    String safeValue;
    String safeHours;
    Boolean safeVoicemail;
    String safeName;
    LocalDate safeVerifiedOn;

    /** The columns, or null where nobody has said. */
    public static SafeContactColumns of(Optional<SafeContact> contact) {
        return contact.map(SafeContactColumns::of).orElse(null);
    }

    /** What the columns say; none where nobody has said. */
    public static Optional<SafeContact> contact(SafeContactColumns columnsOrNull) {
        return Optional.ofNullable(columnsOrNull)
                .map(columns -> new SafeContact(
                        columns.safeChannel,
                        columns.safeValue,
                        Optional.ofNullable(columns.safeHours),
                        columns.safeVoicemail,
                        Optional.ofNullable(columns.safeName),
                        Optional.ofNullable(columns.safeVerifiedOn)));
    }

    private static SafeContactColumns of(SafeContact contact) {
        SafeContactColumns columns = new SafeContactColumns();
        columns.safeChannel = contact.channel();
        columns.safeValue = contact.value();
        columns.safeHours = contact.hours().orElse(null);
        columns.safeVoicemail = contact.voicemailAllowed();
        columns.safeName = contact.nameToUse().orElse(null);
        columns.safeVerifiedOn = contact.verifiedOn().orElse(null);
        return columns;
    }
}
