package io.qiangcun.core.people;

import io.qiangcun.core.error.RuleViolated;
import java.time.LocalDate;

/** What cannot be recorded of a person, and at which field to say so. */
public final class PersonRefused extends RuleViolated {

    private PersonRefused(String field, String what, Object... arguments) {
        super(field, "core.people.refused." + what, arguments);
    }

    static PersonRefused identityNumberTaken() {
        return new PersonRefused("identityNumber", "identity-number-taken");
    }

    static PersonRefused contradictsIdentityNumber(String field, Object told) {
        return new PersonRefused(field, "contradicts-identity-number", told);
    }

    static PersonRefused possiblyRecorded(int similar) {
        return new PersonRefused("notTheSame", "possibly-recorded", similar);
    }

    static PersonRefused inTheFuture(String field) {
        return new PersonRefused(field, "in-the-future");
    }

    static PersonRefused beforeBirth(LocalDate bornOn) {
        return new PersonRefused("on", "before-birth", bornOn);
    }

    static PersonRefused gridElsewhere() {
        return new PersonRefused("grid", "grid-elsewhere");
    }

    static PersonRefused archived() {
        return new PersonRefused("reason", "archived");
    }

    static PersonRefused notArchived() {
        return new PersonRefused("reason", "not-archived");
    }

    static PersonRefused alreadyThere() {
        return new PersonRefused("to", "already-there");
    }

    static PersonRefused accountUnknown() {
        return new PersonRefused("login", "account-unknown");
    }

    static PersonRefused placeUnknown() {
        return new PersonRefused("to", "place-unknown");
    }
}
