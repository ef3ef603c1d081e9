package io.qiangcun.party.stepguard;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.module.DefinitionFiles;
import io.qiangcun.core.procedure.ProcedureTemplate;
import io.qiangcun.core.procedure.StepAct;
import io.qiangcun.core.procedure.TemplateJson;
import io.qiangcun.core.procedure.TimeLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.springframework.core.io.ClassPathResource;

/** The days of suspension and of probation as the shipped procedures have them, from whatever day on. */
class ProcedureDatesTests {

    private static final ProcedureTemplate SUSPENSION = read("cadre-suspension");
    private static final ProcedureTemplate MEMBERSHIP = read("membership");
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);

    @Property(tries = 400)
    void aSuspensionLastsAMonthAndHalfAYearAtMost(
            @ForAll @IntRange(max = 1200) int day, @ForAll @IntRange(max = 45) int review) {
        var decided = FIRST.plusDays(day);
        var acts = new ArrayList<StepAct>();
        acts.add(taken("report", decided, "done"));
        acts.add(taken("verify", decided, "confirmed"));
        acts.add(taken("decide", decided, "suspended"));
        var until = earliest(SUSPENSION, acts, "review");
        assertThat(until).isEqualTo(later(decided, 1));
        assertThat(until).isBetween(decided.plusDays(28), decided.plusDays(31));

        var reviewed = later(decided, 1).plusDays(review);
        acts.add(taken("review", reviewed, "failed"));
        var longest = earliest(SUSPENSION, acts, "second-review");
        assertThat(longest).isEqualTo(later(reviewed, 6));
        assertThat(longest).isBeforeOrEqualTo(reviewed.plusDays(184));
        assertThat(latest(SUSPENSION, acts, "second-review"))
                .as("it does not go on for ever")
                .isEqualTo(later(reviewed, 7));
    }

    @Property(tries = 400)
    void probationLastsAYearAndAtMostOneMore(
            @ForAll @IntRange(max = 1200) int day, @ForAll @IntRange(min = 6, max = 12) int months) {
        var admitted = FIRST.plusDays(day);
        var acts = untilConversion(admitted, 0);
        assertThat(earliest(MEMBERSHIP, acts, "conversion-meeting")).isEqualTo(later(admitted, 12));

        var over = later(admitted, 12);
        acts.add(taken("conversion-meeting", over, "extended"));
        acts.add(taken("conversion-approval", over, "extended", Map.of("months", Integer.toString(months))));
        acts.addAll(probation(over));
        var line = line(MEMBERSHIP, acts, "conversion-meeting");
        assertThat(line.earliestOn()).isEqualTo(later(admitted, 12 + months));
        assertThat(line.earliestOn()).isBetween(over.plusMonths(6), admitted.plusYears(2));
        assertThat(MEMBERSHIP.step("conversion-approval").outcome("extended").most())
                .as("once only")
                .isEqualTo(1);
    }

    @Property(tries = 200)
    void aLongerApprovalIsNoLongerProbation(
            @ForAll @IntRange(max = 1200) int day, @ForAll @IntRange(min = 1, max = 3) int months) {
        var admitted = FIRST.plusDays(day);
        var acts = untilConversion(admitted, months);

        assertThat(line(MEMBERSHIP, acts, "admission-approval").lastOn())
                .isEqualTo(later(admitted, 3 + months))
                .isBeforeOrEqualTo(admitted.plusMonths(6));
        assertThat(earliest(MEMBERSHIP, acts, "conversion-meeting")).isEqualTo(later(admitted, 12));
    }

    /** All that comes before probation; but for what times are counted from, it is waived. */
    private static List<StepAct> untilConversion(LocalDate admitted, int prolonged) {
        var acts = new ArrayList<StepAct>();
        for (var step : MEMBERSHIP.steps()) {
            if (step.code().equals("admission-meeting")) {
                acts.add(taken(step.code(), admitted, "admitted"));
            } else if (step.code().equals("admission-approval")) {
                if (prolonged > 0) {
                    var longer = Map.of("months", Integer.toString(prolonged));
                    acts.add(taken(step.code(), admitted.plusMonths(2), "prolonged", longer));
                }
                acts.add(taken(step.code(), admitted.plusMonths(2), "approved"));
            } else if (MEMBERSHIP.comesBefore(step.code(), "probation")) {
                acts.add(new StepAct(step.code(), StepAct.Kind.WAIVED, admitted, "", Map.of(), null, null));
            }
        }
        acts.addAll(probation(admitted.plusMonths(3)));
        return acts;
    }

    private static List<StepAct> probation(LocalDate on) {
        return List.of(
                taken("probation", on, "checked"),
                taken("probation", on, "completed"),
                taken("conversion-application", on, "done"));
    }

    private static TimeLine.Line line(ProcedureTemplate template, List<StepAct> acts, String step) {
        return TimeLine.of(template, FIRST, acts, WorkingDays.withoutExceptions())
                .line(step);
    }

    private static LocalDate earliest(ProcedureTemplate template, List<StepAct> acts, String step) {
        return Objects.requireNonNull(line(template, acts, step).earliestOn());
    }

    private static LocalDate latest(ProcedureTemplate template, List<StepAct> acts, String step) {
        return Objects.requireNonNull(line(template, acts, step).latestOn());
    }

    /** The same day so many months later, or the last of its month. */
    private static LocalDate later(LocalDate day, int months) {
        var month = YearMonth.from(day).plusMonths(months);
        return month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
    }

    private static StepAct taken(String step, LocalDate on, String outcome) {
        return taken(step, on, outcome, Map.of());
    }

    private static StepAct taken(String step, LocalDate on, String outcome, Map<String, String> evidence) {
        return new StepAct(step, StepAct.Kind.TAKEN, on, outcome, evidence, null, null);
    }

    private static ProcedureTemplate read(String name) {
        try {
            return new TemplateJson(new DefinitionFiles())
                    .readYaml(new ClassPathResource("procedures/party/" + name + ".yaml")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
