package io.qiangcun.party.points.web;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is answered to an objection. */
record AnswerForm(String outcome, @Size(max = 1000) String answer) {

    AnswerForm {
        outcome = given(outcome);
        answer = given(answer);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
