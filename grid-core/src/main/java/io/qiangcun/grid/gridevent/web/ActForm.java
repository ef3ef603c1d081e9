package io.qiangcun.grid.gridevent.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whatever an act asks for; each act shows the fields that are its own.
 *
 * @param version of the event when the form was made
 */
record ActForm(
        String version,
        String place,
        String verdict,
        String amount,
        String channel,
        @Nullable List<String> called,
        @Nullable Boolean urgent,
        String other,
        String stars,
        @Size(max = 500) String note) {

    ActForm {
        version = given(version);
        place = given(place);
        verdict = given(verdict);
        amount = given(amount);
        channel = given(channel);
        called = called == null ? List.of() : List.copyOf(called);
        other = given(other);
        urgent = Boolean.TRUE.equals(urgent);
        stars = given(stars);
        note = given(note);
    }

    static ActForm empty(long version) {
        return new ActForm(Long.toString(version), "", "", "", "", null, false, "", "", "");
    }

    boolean isUrgent() {
        return Boolean.TRUE.equals(urgent);
    }

    List<String> calledPlaces() {
        return called == null ? List.of() : called;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
