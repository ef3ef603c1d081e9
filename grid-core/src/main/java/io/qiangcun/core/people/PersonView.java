package io.qiangcun.core.people;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person with the encrypted fields masked. */
public record PersonView(
        PersonId id,
        long version,
        PlaceCode place,
        PersonDetails details,
        @Nullable HouseholdId household,
        @Nullable String householdNumber,
        @Nullable String identityNumberMasked,
        @Nullable String phoneMasked,
        @Nullable PlaceCode movingTo,
        @Nullable LocalDate leftOn,
        @Nullable String leftTo,
        @Nullable LocalDate diedOn) {

    public PersonState state() {
        if (diedOn != null) {
            return PersonState.DIED;
        }
        if (leftOn != null) {
            return PersonState.LEFT;
        }
        return movingTo == null ? PersonState.HERE : PersonState.MOVING;
    }
}
