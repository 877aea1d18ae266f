package org.communitysolutions.intake.household.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.Household;
import org.communitysolutions.intake.household.HouseholdDetails;
import org.communitysolutions.intake.household.Tenure;

@Entity
@Table(name = "household")
class HouseholdRow {

    @Id
    UUID id;

    String uprn;
    LocalDate occupiedFrom;
    LocalDate occupiedUntil;
    String ward;

    @Enumerated(EnumType.STRING)
    Tenure tenure;

    Integer adults;
    Integer children;
    Instant registeredAt;
    UUID mergedInto;

    @Version
    long version;

    static HouseholdRow of(Household household, Instant registeredAt) {
        HouseholdRow row = new HouseholdRow();
        row.id = household.id();
        row.uprn = household.uprn();
        row.occupiedFrom = household.occupiedFrom();
        row.occupiedUntil = household.occupiedUntil().orElse(null);
        row.registeredAt = registeredAt;
        row.set(household.details());
        return row;
    }

    void set(HouseholdDetails details) {
        ward = details.ward().orElse(null);
        tenure = details.tenure().orElse(null);
        adults = details.adults().orElse(null);
        children = details.children().orElse(null);
    }

    Household household() {
        HouseholdDetails details = new HouseholdDetails(
                Optional.ofNullable(ward),
                Optional.ofNullable(tenure),
                Optional.ofNullable(adults),
                Optional.ofNullable(children));
        return new Household(
                id,
                uprn,
                occupiedFrom,
                Optional.ofNullable(occupiedUntil),
                details,
                Optional.ofNullable(mergedInto),
                version);
    }
}
