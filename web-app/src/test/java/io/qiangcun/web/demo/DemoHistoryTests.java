package io.qiangcun.web.demo;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.party.activity.ActivityKind;
import io.qiangcun.party.activity.PastActivity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DemoHistoryTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final Instant NOW = Instant.parse("2026-11-16T02:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2025, 12, 1);

    private final List<DemoOrganisation> branches = DemoCounty.compose().organisations().stream()
            .filter(organisation -> organisation.kind().isBranch())
            .toList();
    private final List<DemoDuty> duties = themeDaysOf(branches);
    private final DemoHistory history = lived();

    @Test
    void fulfilsMostInTimeSomeLateAndAFewNever() {
        var past = duties.stream().filter(duty -> duty.dueOn().isBefore(TODAY)).count();
        var made = history.fulfilments().stream()
                .filter(fulfilment -> fulfilment.kind().equals("THEME_DAY"))
                .toList();
        var late = made.stream()
                .filter(fulfilment -> fulfilment.makesUpFor() != null)
                .count();
        var inTime = made.stream()
                .filter(fulfilment -> fulfilment.makesUpFor() == null)
                .filter(fulfilment -> fulfilment.doneOn().isBefore(LocalDate.of(2026, 11, 1)))
                .count();

        assertThat(inTime / (double) past).isBetween(0.90, 0.94);
        assertThat(late).isPositive();
        assertThat(inTime + late).isLessThan(past);
    }

    @Test
    void recordsNothingThatTheFormWouldRefuse() {
        assertThat(history.activities()).allSatisfy(activity -> {
            var content = activity.content();
            assertThat(content.heldOn()).isBeforeOrEqualTo(TODAY);
            assertThat(activity.recordedAt()).isBeforeOrEqualTo(NOW);
            assertThat(content.topic()).isNotBlank();
            assertThat(content.venue()).isNotBlank();
            assertThat(Objects.requireNonNull(content.presentCount()))
                    .isBetween(1, Objects.requireNonNull(content.expectedCount()));
            assertThat(content.hours() == null).isEqualTo(content.kind() != ActivityKind.TRAINING);
        });
    }

    @Test
    void saysWhoIsAbsentAsOftenAsTheNumbersDo() {
        assertThat(history.activities()).allSatisfy(activity -> {
            var absences = activity.content().absences();
            var named = absences.lines()
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")))
                    .sum();
            assertThat(activity.content().absentCount()).isEqualTo(named);
        });
    }

    @Test
    void isTheSameEveryTime() {
        var again = lived();

        assertThat(again.activities())
                .extracting(PastActivity::id)
                .isEqualTo(history.activities().stream().map(PastActivity::id).toList());
        assertThat(again.fulfilments()).isEqualTo(history.fulfilments());
    }

    @Test
    void namesEveryRecordOnce() {
        var sameId = history.activities().stream().collect(groupingBy(PastActivity::id));

        assertThat(sameId).hasSameSizeAs(history.activities());
    }

    private DemoHistory lived() {
        var lived = new DemoHistory(branches, TODAY, NOW);
        lived.live(duties, FROM);
        return lived;
    }

    private static List<DemoDuty> themeDaysOf(List<DemoOrganisation> branches) {
        var duties = new ArrayList<DemoDuty>();
        for (var branch : branches) {
            for (var month = FROM; !month.isAfter(TODAY); month = month.plusMonths(1)) {
                var last = month.plusMonths(1).minusDays(1);
                var id = UUID.nameUUIDFromBytes((branch.login() + month).getBytes(StandardCharsets.UTF_8));
                duties.add(new DemoDuty(id, branch.id().value(), "THEME_DAY", month, last, last));
            }
        }
        return duties;
    }
}
