package io.qiangcun.core.people;

import io.qiangcun.core.place.PlaceCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A household with those who belong to it. */
public record HouseholdView(
        HouseholdId id,
        long version,
        PlaceCode place,
        String number,
        String address,
        @Nullable PlaceCode grid,
        List<PersonRow> members) {

    public HouseholdView {
        members = List.copyOf(members);
    }
}
