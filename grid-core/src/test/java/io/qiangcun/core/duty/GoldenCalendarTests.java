package io.qiangcun.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.testkit.ApplicationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/**
 * The days of three years under the published holidays and make-up days, approved line by line: a report five working
 * days after its month, a meeting within its month or quarter.
 */
@ApplicationTest
class GoldenCalendarTests {

    private static final Set<String> RULES =
            Set.of("core.monthly-report", "test.committee-meeting", "test.members-meeting");

    @Autowired
    DutyRules rules;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    MessageSource messages;

    @Test
    void isWhatTheStateCouncilsNoticesMakeOfTheRules() throws IOException {
        var planned = PlannedDuty.between(
                rules.all().stream()
                        .filter(rule -> RULES.contains(rule.code()) && rule.within() == null)
                        .toList(),
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2026, 12, 31),
                calendar.workingDays());

        var lines = planned.stream()
                .sorted(Comparator.comparing((PlannedDuty duty) -> duty.rule().code())
                        .thenComparing(duty -> duty.period().from()))
                .map(this::line)
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(lines).isEqualTo(approved());
    }

    private String line(PlannedDuty duty) {
        return "%-24s %s: from %s, remind %s, due %s"
                .formatted(
                        duty.rule().code(),
                        messages.getMessage(
                                duty.period().labelKey(), duty.period().labelArguments(), Locale.CHINA),
                        duty.opensOn(),
                        duty.remindOn(),
                        duty.dueOn());
    }

    private static String approved() throws IOException {
        try (var file =
                Objects.requireNonNull(GoldenCalendarTests.class.getResourceAsStream("/golden/duty-calendar.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
