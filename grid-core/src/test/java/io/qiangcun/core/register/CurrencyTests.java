package io.qiangcun.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.warning.Finding;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On which days a row counts, and when its log wants an entry. */
class CurrencyTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 10);
    private static final Finding.Basis BASIS = new Finding.Basis("DESIGN", "", "", "");

    @Property(tries = 500)
    void countsFromItsFirstToItsLastDayAndOnNoOther(
            @ForAll("days") LocalDate start,
            @ForAll("days") LocalDate until,
            @ForAll("days") LocalDate closed,
            @ForAll boolean hasUntil,
            @ForAll boolean hasClosed,
            @ForAll("days") LocalDate day) {
        @Nullable LocalDate untilOn = hasUntil ? until : null;
        @Nullable LocalDate closedOn = hasClosed ? closed : null;
        var current = new Currency(start, untilOn, closedOn, false).isCurrentOn(day);

        assertThat(current)
                .isEqualTo(!day.isBefore(start)
                        && (untilOn == null || !day.isAfter(untilOn))
                        && (closedOn == null || day.isBefore(closedOn)));
        assertThat(new Currency(start, untilOn, closedOn, true).isCurrentOn(day))
                .isFalse();
    }

    @Property(tries = 300)
    void isNeverCurrentAgainOnceItIsOver(@ForAll("days") LocalDate until, @ForAll("days") LocalDate day) {
        var currency = new Currency(START, until, null, false);

        if (day.isAfter(START) && !currency.isCurrentOn(day)) {
            assertThat(currency.isCurrentOn(day.plusDays(1))).isFalse();
        }
    }

    @Property(tries = 300)
    void anEntryInTimeMovesTheNextOneOn(@ForAll("days") LocalDate last) {
        var followUp = new FollowUp(30, null, LocalDate.of(2020, 1, 1), BASIS);
        var due = followUp.dueOn(START, null);

        assertThat(due).isEqualTo(START.plusDays(30));
        assertThat(followUp.dueOn(START, last)).isAfterOrEqualTo(due);
    }

    @Test
    void aMonthIsDueOnADayOfTheNext() {
        var monthly = new FollowUp(null, 5, LocalDate.of(2026, 3, 1), BASIS);

        assertThat(monthly.dueOn(START, null)).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(monthly.dueOn(START, LocalDate.of(2026, 9, 1))).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(monthly.dueOn(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 1)))
                .isEqualTo(LocalDate.of(2026, 12, 5));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 800).map(START.minusDays(200)::plusDays);
    }
}
