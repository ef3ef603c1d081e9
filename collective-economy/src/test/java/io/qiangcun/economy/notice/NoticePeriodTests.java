package io.qiangcun.economy.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NoticePeriodTests {

    @Property
    void theQuarterBeforeAMonthIsOverAndTheNextIsNot(
            @ForAll @IntRange(min = 1990, max = 2100) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        var now = YearMonth.of(year, month);
        var quarter = NoticePeriod.quarterBefore(now);

        assertThat(quarter.last()).isBefore(now);
        assertThat(quarter.last().plusMonths(3)).isAfterOrEqualTo(now);
        assertThat(NoticePeriod.parse(quarter.toString())).isEqualTo(quarter);
        assertThat(NoticePeriod.parse(now.toString()).isQuarter()).isFalse();
    }

    @Test
    void isAMonthOrAQuarterAndNothingElse() {
        assertThatThrownBy(() -> new NoticePeriod(YearMonth.of(2026, 2), YearMonth.of(2026, 4)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NoticePeriod.parse("2026-Q5")).isInstanceOf(RuntimeException.class);
    }
}
