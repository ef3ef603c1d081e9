package io.qiangcun.party.rating.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.rating.GradeLine;
import io.qiangcun.party.rating.SecretaryGrades.Given;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form that grades a secretary: only what no record measures is asked. */
record GradeForm(String id, Map<String, GivenForm> given, String payNote) {

    GradeForm {
        id = text(id);
        given = given == null ? new HashMap<>() : new HashMap<>(given);
        payNote = text(payNote);
    }

    static GradeForm empty(List<GradeLine> lines) {
        var form = new GradeForm(UUID.randomUUID().toString(), new HashMap<>(), "");
        form.complete(lines);
        return form;
    }

    void complete(List<GradeLine> lines) {
        lines.stream()
                .filter(line -> !line.byRecords())
                .forEach(line -> given.putIfAbsent(line.code(), new GivenForm("", "")));
    }

    Map<String, Given> toGiven(BindingResult errors) {
        var read = new HashMap<String, Given>();
        given.forEach((code, line) -> read.put(
                code,
                new Given(
                        Typed.hours("given[" + code + "].points", line.points(), errors), Typed.text(line.reason()))));
        return read;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** One indicator. */
    record GivenForm(String points, String reason) {

        GivenForm {
            points = text(points);
            reason = text(reason);
        }
    }
}
