package io.qiangcun.core.people;

import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * Enters a household, or says more of one that has the number already.
 *
 * @param id for a household that is new
 * @param address empty where it is not said
 * @param grid within the place
 */
public record EnterHousehold(
        HouseholdId id,
        PlaceCode place,
        String number,
        String address,
        @Nullable PlaceCode grid) {}
