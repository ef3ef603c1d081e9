package io.qiangcun.services.request.web;

import io.qiangcun.services.answer.StandardAnswer;
import io.qiangcun.services.request.RequestAct;
import java.util.Objects;

/**
 * What a post does about a request, with the version of it that it looked at.
 *
 * @param standard the standard answer that the note began as
 */
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
        String urgent,
        String standard) {

    /** Nothing is typed yet. */
    static ActForm empty() {
        return new ActForm("", "", "", "", "", "", "", "", "", "", "");
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
        standard = Objects.requireNonNullElse(standard, "");
    }

    /** What was typed stays, the answer comes after it. */
    ActForm startingFrom(StandardAnswer answer) {
        var words = note.isBlank() ? answer.answer() : note.strip() + "\n" + answer.answer();
        return new ActForm(
                RequestAct.ANSWER.name(),
                version,
                words,
                place,
                days,
                outcome,
                waiting,
                handedOut,
                kind,
                urgent,
                answer.answerId().toString());
    }
}
