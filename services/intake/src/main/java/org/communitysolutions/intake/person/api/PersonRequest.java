package org.communitysolutions.intake.person.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.communitysolutions.intake.person.PersonDetails;
import org.communitysolutions.intake.person.domain.Identifier;
import org.communitysolutions.shared.web.PlainText;
import org.communitysolutions.shared.web.PlausibleDate;

/** What is known about a person, whole. */
record PersonRequest(
        @NotNull @PlainText(max = 200) String name,

        @PlausibleDate @Past(message = "must be a day in the past") LocalDate birthDate,

        @Size(max = 20, message = "must have 20 items at most") List<@NotNull @Valid IdentifierRequest> identifiers) {

    private static final Comparator<Identifier> ORDER =
            Comparator.comparing(Identifier::system).thenComparing(Identifier::value);

    PersonDetails details() {
        return new PersonDetails(name.strip(), Optional.ofNullable(birthDate), read());
    }

    private List<Identifier> read() {
        return identifiers == null
                ? List.of()
                : IntStream.range(0, identifiers.size())
                        .mapToObj(i -> identifiers.get(i).identifier("/identifiers/" + i))
                        .distinct()
                        .sorted(ORDER)
                        .toList();
    }
}
