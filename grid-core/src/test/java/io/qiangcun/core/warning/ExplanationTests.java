package io.qiangcun.core.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.ApplicationTest;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExplanationTests {

    private static final Map<HolderLevel, String> HOLDERS =
            Map.of(HolderLevel.VILLAGE, "东村", HolderLevel.TOWNSHIP, "石桥镇", HolderLevel.COUNTY, "清县");

    /** Whatever the day, the sentence about the clock is what counting days one by one gives. */
    @Property
    void countsLikeSomebodyWithACalendar(
            @ForAll @IntRange(min = 0, max = 400) int due, @ForAll @IntRange(min = -40, max = 40) int away) {
        var dueOn = LocalDate.of(2026, 1, 1).plusDays(due);
        var today = dueOn.plusDays(away);
        var calendar = new WorkingDays(
                java.util.Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2)),
                java.util.Set.of(LocalDate.of(2026, 10, 10)));

        var explanation = Explanation.of(dueOn, today, new StepTable(java.util.List.of()), calendar);

        var first = away < 0 ? today : dueOn;
        var last = away < 0 ? dueOn : today;
        var worked = first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(calendar::isWorked)
                .count();
        assertThat(explanation.distance()).isEqualTo((int) worked);
        assertThat(explanation.isOverdue()).isEqualTo(away > 0);
        assertThat(explanation.holidays()).allMatch(day -> day.isAfter(first) && !day.isAfter(last));
    }

    /** The sentences people read, under the steps and the calendar of an installation. */
    @Nested
    @ApplicationTest
    class InWords {

        private static final String RULE = "core.duty-overdue";

        @Autowired
        WarningExplanations explanations;

        @Autowired
        WorkingCalendar calendar;

        @Test
        void beforeItIsDue() {
            assertThat(words(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 26)))
                    .isEqualTo("""
                            应在 2026-11-30 前（含当日）完成。
                            截至 2026-11-26，离到期还有 2 个工作日。
                            自 2026-11-25（到期前 3 个工作日）起为蓝色预警，由东村办理。
                            如仍未解除，2026-12-01（逾期第 1 个工作日）起升为黄色预警，由石桥镇跟进。""");
        }

        @Test
        void onTheDueDay() {
            assertThat(words(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 30)))
                    .contains("今天（2026-11-30）到期。");
        }

        @Test
        void overTheNationalDayHolidays() {
            assertThat(words(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 14)))
                    .isEqualTo("""
                            应在 2026-09-30 前（含当日）完成。
                            截至 2026-10-14，已逾期 6 个工作日。
                            其间 2026-10-01 至 2026-10-07 放假，5 个工作日不计入。
                            其间 2026-10-10 调休上班，1 天计入工作日。
                            自 2026-10-14（逾期第 6 个工作日）起为橙色预警，由石桥镇跟进。
                            如仍未解除，2026-10-21（逾期第 11 个工作日）起升为红色预警，由清县跟进。""");
        }

        @Test
        void overSpringFestivalWithTwoMakeUpDays() {
            assertThat(words(LocalDate.of(2026, 2, 13), LocalDate.of(2026, 3, 2)))
                    .isEqualTo("""
                            应在 2026-02-13 前（含当日）完成。
                            截至 2026-03-02，已逾期 7 个工作日。
                            其间 2026-02-16 至 2026-02-23 放假，6 个工作日不计入。
                            其间 2026-02-14、2026-02-28 调休上班，2 天计入工作日。
                            自 2026-02-28（逾期第 6 个工作日）起为橙色预警，由石桥镇跟进。
                            如仍未解除，2026-03-06（逾期第 11 个工作日）起升为红色预警，由清县跟进。""");
        }

        @Test
        void atTheLastLevel() {
            assertThat(words(LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 16)))
                    .isEqualTo("""
                            应在 2026-10-31 前（含当日）完成。
                            截至 2026-11-16，已逾期 11 个工作日。
                            自 2026-11-16（逾期第 11 个工作日）起为红色预警，由清县跟进。
                            已到最高一级，不再升级。""");
        }

        private String words(LocalDate dueOn, LocalDate today) {
            return String.join(
                    "\n",
                    explanations.inWords(
                            explanations.explain(RULE, new PlaceCode("150524100201"), dueOn, today), HOLDERS, true));
        }
    }
}
