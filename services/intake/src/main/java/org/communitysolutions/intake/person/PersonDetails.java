package org.communitysolutions.intake.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.intake.person.domain.Identifier;

/** What is known about a person, whole. */
public record PersonDetails(String name, Optional<LocalDate> birthDate, List<Identifier> identifiers) {}
