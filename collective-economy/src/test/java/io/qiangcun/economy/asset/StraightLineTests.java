package io.qiangcun.economy.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StraightLineTests {

    private static final LocalDate IN_USE = LocalDate.of(2026, 1, 31);

    @Property(tries = 200)
    void whatIsChargedAddsUpToTheCent(
            @ForAll @LongRange(min = 101, max = 999_999_999) long cents,
            @ForAll @IntRange(min = 0, max = 99) int salvage,
            @ForAll @IntRange(min = 1, max = 480) int months) {
        var line =
                new StraightLine(new Money(BigDecimal.valueOf(cents, 2)), BigDecimal.valueOf(salvage), months, IN_USE);
        var charged = Money.ZERO;
        for (var month = 0; month <= months + 2; month++) {
            var charge = line.of(YearMonth.from(IN_USE).plusMonths(month), charged);
            assertThat(charge.signum()).isNotNegative();
            if (month == 0 || month > months) {
                assertThat(charge).isEqualTo(Money.ZERO);
            }
            charged = charged.plus(charge);
        }
        assertThat(charged).isEqualTo(line.whole());
    }

    @Test
    void theLastMonthTakesWhatRemains() {
        var line = new StraightLine(Money.of("1000"), new BigDecimal("5"), 7, IN_USE);

        assertThat(line.monthly()).isEqualTo(Money.of("135.71"));
        assertThat(line.of(YearMonth.of(2026, 8), Money.of("814.26"))).isEqualTo(Money.of("135.74"));
        assertThat(line.of(YearMonth.of(2026, 9), Money.of("950"))).isEqualTo(Money.ZERO);
    }

    @Test
    void whatIsKeptAtANominalValueIsNotCharged() {
        var line = new StraightLine(Money.of("1"), BigDecimal.ZERO, 12, IN_USE);

        assertThat(line.of(YearMonth.of(2026, 2), Money.ZERO)).isEqualTo(Money.ZERO);
    }
}
