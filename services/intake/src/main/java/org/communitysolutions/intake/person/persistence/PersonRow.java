package org.communitysolutions.intake.person.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.person.Person;
import org.communitysolutions.intake.person.domain.Identifier;

@Entity
@Table(name = "person")
class PersonRow {

    @Id
    UUID id;

    String name;
    LocalDate birthDate;
    Instant registeredAt;

    @Version
    long version;

    static PersonRow of(Person person, Instant registeredAt) {
        PersonRow row = new PersonRow();
        row.id = person.id();
        row.name = person.name();
        row.birthDate = person.birthDate().orElse(null);
        row.registeredAt = registeredAt;
        return row;
    }

    Person person(List<Identifier> identifiers) {
        return new Person(id, name, Optional.ofNullable(birthDate), identifiers, version);
    }
}
