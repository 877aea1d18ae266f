package org.communitysolutions.intake.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.person.domain.Identifier;

/**
 * Someone whom the council helps or may help. The name and the date of birth stay in this service.
 *
 * @param id ours, by which events and other services know the person
 * @param name as the person gives it, 1 to 200 characters
 * @param birthDate if it is known
 * @param identifiers what other systems call the person, sorted
 * @param version grows with each change
 */
public record Person(UUID id, String name, Optional<LocalDate> birthDate, List<Identifier> identifiers, long version) {}
