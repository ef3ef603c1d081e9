package io.qiangcun.core.people.web;

import io.qiangcun.core.people.HouseholdView;
import java.util.Objects;

/** What may be put right of a household. */
record HouseholdForm(String version, String address, String grid) {

    HouseholdForm {
        version = Objects.requireNonNullElse(version, "");
        address = Objects.requireNonNullElse(address, "");
        grid = Objects.requireNonNullElse(grid, "");
    }

    static HouseholdForm of(HouseholdView household) {
        var grid = household.grid();
        return new HouseholdForm(
                Long.toString(household.version()), household.address(), grid == null ? "" : grid.value());
    }
}
