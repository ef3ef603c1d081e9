package io.qiangcun.party.standard.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.standard.CheckService.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form by which those above agree or disagree, item by item. */
record ReviewForm(String version, Map<String, VerdictForm> verdicts) {

    ReviewForm {
        version = given(version);
        verdicts = verdicts == null ? new HashMap<>() : new HashMap<>(verdicts);
    }

    static ReviewForm empty(long version, Iterable<String> items) {
        var verdicts = new HashMap<String, VerdictForm>();
        items.forEach(item -> verdicts.put(item, new VerdictForm(false, "")));
        return new ReviewForm(Long.toString(version), verdicts);
    }

    void complete(Iterable<String> items) {
        items.forEach(item -> verdicts.putIfAbsent(item, new VerdictForm(false, "")));
    }

    Map<String, Verdict> toVerdicts() {
        var said = new HashMap<String, Verdict>();
        verdicts.forEach((item, verdict) ->
                said.put(item, new Verdict(!Boolean.TRUE.equals(verdict.disagrees()), Typed.text(verdict.reason()))));
        return said;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** One item: agreed unless said otherwise. */
    record VerdictForm(@Nullable Boolean disagrees, String reason) {

        VerdictForm {
            disagrees = Boolean.TRUE.equals(disagrees);
            reason = given(reason);
        }
    }
}
