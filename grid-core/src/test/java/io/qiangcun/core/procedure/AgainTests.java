package io.qiangcun.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.module.DefinitionFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a case may be done once more for, day by day. */
class AgainTests {

    private static final LocalDate CONCLUDED = LocalDate.of(2026, 1, 9);
    private static final String YAML = """
            code: test.review
            title: Review
            subject: MATTER
            startedBy: VILLAGE
            basis: {kind: LOCAL, source: Test}
            again: {title: Once more, validBy: use, basis: {kind: LOCAL, source: Test}}
            stages: [{code: all, title: All}]
            steps:
              - {code: conclude, stage: all, title: Conclude, level: VILLAGE, basis: {kind: LOCAL, source: Test}}
              - code: use
                stage: all
                title: Use
                level: VILLAGE
                basis: {kind: LOCAL, source: Test}
                latest: [{from: conclude, amount: 6, unit: MONTHS, strict: true, basis: {kind: LOCAL, source: Test}}]
            """;
    private static final ProcedureTemplate REVIEW = read(YAML);

    @Property(tries = 300)
    void aResultIsEitherInForceOrOutOfDate(@ForAll @IntRange(max = 400) int after) {
        var today = CONCLUDED.plusDays(after);
        var again = Objects.requireNonNull(REVIEW.again());
        var expired = today.isAfter(LocalDate.of(2026, 7, 9));

        for (var state : List.of(CaseState.OPEN, CaseState.DONE)) {
            assertThat(again.reasons(state, concluded(), today))
                    .containsExactly(expired ? Again.Reason.EXPIRED : Again.Reason.CHANGED);
        }
        assertThat(again.reasons(CaseState.ENDED, concluded(), today)).containsExactly(Again.Reason.ENDED);
        assertThat(again.reasons(CaseState.ABANDONED, concluded(), today)).isEmpty();
        assertThat(again.reasons(CaseState.OPEN, timeLine(List.of()), today))
                .as("nothing is concluded yet")
                .isEmpty();
    }

    @Example
    void aCountyShortensItOrTakesItAway() {
        assertThat(edited("3").again()).isEqualTo(REVIEW.again());
        assertThat(edited("").again()).as("nothing says how long it holds").isNull();
    }

    @Example
    void aResultThatHoldsForNoTimeIsNone() {
        assertThatThrownBy(() -> read(YAML.replace("validBy: use", "validBy: conclude")))
                .hasMessageContaining("no step with a last day");
    }

    private static ProcedureTemplate edited(String amount) {
        return new TemplateEdit(Map.of("use.latest0", amount), new Basis("LOCAL", "County", "", ""), "Record")
                .applyTo(REVIEW);
    }

    private static TimeLine concluded() {
        return timeLine(
                List.of(new StepAct("conclude", StepAct.Kind.TAKEN, CONCLUDED, Outcome.DONE, Map.of(), null, null)));
    }

    private static TimeLine timeLine(List<StepAct> acts) {
        return TimeLine.of(REVIEW, CONCLUDED, acts, WorkingDays.withoutExceptions());
    }

    private static ProcedureTemplate read(String yaml) {
        return new TemplateJson(new DefinitionFiles()).readYaml(yaml);
    }
}
