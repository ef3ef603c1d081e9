package io.qiangcun.core.procedure;

import static io.qiangcun.core.procedure.Templates.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.error.Problem;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A county's copy may demand more than law and Party regulation, never less. */
class TemplateCheckTests {

    @Test
    void theSameIsNotLooser() {
        assertThat(TemplateCheck.looser(PERMIT, PERMIT)).isEmpty();
    }

    @Property(tries = 100)
    void aLatestDayMayOnlyComeSooner(@ForAll @IntRange(min = 0, max = 12) int months) {
        var copy = edited("approval", step -> new StepEdit(step).latest(months).make());

        assertThat(TemplateCheck.looser(PERMIT, copy).isEmpty()).isEqualTo(months <= 3);
    }

    @Property(tries = 100)
    void anEarliestDayMayOnlyComeLater(@ForAll @IntRange(min = 0, max = 5) int years) {
        var copy = edited("checks", step -> new StepEdit(step).earliest(years).make());

        assertThat(TemplateCheck.looser(PERMIT, copy).isEmpty()).isEqualTo(years >= 1);
    }

    @Test
    void whatIsLocalIsTheCountysOwnMatter() {
        assertThat(TemplateCheck.looser(PERMIT, edited("meeting", step -> new StepEdit(step)
                        .publicity(1)
                        .make())))
                .isEmpty();
        assertThat(TemplateCheck.looser(PERMIT, without("oath"))).isEmpty();
    }

    @Test
    void whatATextDemandsStaysWithTheText() {
        assertThat(TemplateCheck.looser(PERMIT, without("approval", "oath")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).contains("Approval", "《规定》第六条 上级审批。"));
        assertThat(TemplateCheck.looser(PERMIT, edited("meeting", step -> new StepEdit(step)
                        .vote("core.majority-of-present")
                        .make())))
                .extracting(Problem::messageKey)
                .containsExactly("core.procedure.copy.vote-weaker");
        assertThat(TemplateCheck.looser(PERMIT, edited("apply", step -> new StepEdit(step)
                        .evidence(step.evidence().subList(1, 3))
                        .make())))
                .isNotEmpty();
    }

    @Test
    void aProcedureThatCannotBeIsNone() {
        assertThatThrownBy(() -> edited(
                        "talk",
                        step -> new StepEdit(step).after(List.of("oath")).make()))
                .hasMessageContaining("does not come before");
        assertThatThrownBy(() -> without("talk")).hasMessageContaining("talk");
    }

    private static ProcedureTemplate edited(String code, java.util.function.UnaryOperator<Step> edit) {
        return with(PERMIT.steps().stream()
                .map(step -> step.code().equals(code) ? edit.apply(step) : step)
                .toList());
    }

    private static ProcedureTemplate without(String... codes) {
        return with(PERMIT.steps().stream()
                .filter(step -> !List.of(codes).contains(step.code()))
                .toList());
    }

    private static ProcedureTemplate with(List<Step> steps) {
        return new ProcedureTemplate(
                PERMIT.code(),
                PERMIT.title(),
                PERMIT.summary(),
                PERMIT.subject(),
                PERMIT.startedBy(),
                PERMIT.at(),
                PERMIT.offUnless(),
                PERMIT.basis(),
                PERMIT.again(),
                PERMIT.stages(),
                steps);
    }

    /** One step with something else about it. */
    private static final class StepEdit {

        private final Step step;
        private List<String> after;
        private List<TimeBound> earliest;
        private List<TimeBound> latest;
        private List<EvidenceField> evidence;
        private @org.jspecify.annotations.Nullable Vote vote;
        private @org.jspecify.annotations.Nullable Publicity publicity;

        StepEdit(Step step) {
            this.step = step;
            this.after = step.after();
            this.earliest = step.earliest();
            this.latest = step.latest();
            this.evidence = step.evidence();
            this.vote = step.vote();
            this.publicity = step.publicity();
        }

        StepEdit after(List<String> codes) {
            after = codes;
            return this;
        }

        StepEdit latest(int amount) {
            latest = latest.stream().map(bound -> with(bound, amount)).toList();
            return this;
        }

        StepEdit earliest(int amount) {
            earliest = earliest.stream().map(bound -> with(bound, amount)).toList();
            return this;
        }

        StepEdit evidence(List<EvidenceField> fields) {
            evidence = fields;
            return this;
        }

        StepEdit vote(String rule) {
            vote = new Vote(List.of(rule), null, java.util.Map.of());
            return this;
        }

        StepEdit publicity(int days) {
            publicity = new Publicity(
                    days,
                    TimeBound.Unit.WORKING_DAYS,
                    List.of(),
                    Objects.requireNonNull(step.publicity()).basis());
            return this;
        }

        private static TimeBound with(TimeBound bound, int amount) {
            return new TimeBound(
                    bound.from(), amount, bound.unit(), bound.extendable(), null, bound.strict(), bound.basis());
        }

        Step make() {
            return new Step(
                    step.code(),
                    step.stage(),
                    step.title(),
                    step.hint(),
                    step.level(),
                    after,
                    earliest,
                    latest,
                    step.repeat(),
                    evidence,
                    vote,
                    publicity,
                    step.outcomes(),
                    step.waivedBy(),
                    step.skipWhen(),
                    step.guards(),
                    step.consequences(),
                    step.secret(),
                    step.own(),
                    step.basis());
        }
    }
}
