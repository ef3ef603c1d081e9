package io.qiangcun.services.request.web;

import java.util.Objects;

/** What a post does about a request, with the version of it that it looked at. */
record ActForm(
        String act,
        String version,
        String note,
        String place,
        String days,
        String outcome,
        String waiting,
        String handedOut,
        String kind,
        String urgent) {

    /** Nothing is typed yet. */
    static ActForm empty() {
        return new ActForm("", "", "", "", "", "", "", "", "", "");
    }

    ActForm {
        act = Objects.requireNonNullElse(act, "");
        version = Objects.requireNonNullElse(version, "");
        note = Objects.requireNonNullElse(note, "");
        place = Objects.requireNonNullElse(place, "");
        days = Objects.requireNonNullElse(days, "");
        outcome = Objects.requireNonNullElse(outcome, "");
        waiting = Objects.requireNonNullElse(waiting, "");
        handedOut = Objects.requireNonNullElse(handedOut, "");
        kind = Objects.requireNonNullElse(kind, "");
        urgent = Objects.requireNonNullElse(urgent, "");
    }
}
