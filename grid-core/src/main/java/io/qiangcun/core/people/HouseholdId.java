package io.qiangcun.core.people;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a household for good. */
@Embeddable
public record HouseholdId(@Column(name = "household_id") UUID value) implements Serializable {

    public static HouseholdId next() {
        return new HouseholdId(UUID.randomUUID());
    }

    /** Where its page is. */
    public String href() {
        return "/core/people/households/" + value;
    }

    /** Binds path variables and form fields. */
    public static HouseholdId valueOf(String text) {
        return new HouseholdId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
