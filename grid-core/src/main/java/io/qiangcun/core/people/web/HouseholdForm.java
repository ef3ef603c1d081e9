package io.qiangcun.core.people.web;

import java.util.Objects;

/** What may be put right of a household. */
record HouseholdForm(String version, String address) {

    HouseholdForm {
        version = Objects.requireNonNullElse(version, "");
        address = Objects.requireNonNullElse(address, "");
    }
}
