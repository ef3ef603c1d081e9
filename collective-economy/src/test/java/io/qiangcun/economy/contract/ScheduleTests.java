package io.qiangcun.economy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    @Provide
    Arbitrary<Terms> terms() {
        var from = Arbitraries.integers().between(0, 9000).map(LocalDate.of(2012, 1, 1)::plusDays);
        var days = Arbitraries.integers().between(0, 30 * 365);
        var yearly = Arbitraries.longs().between(1, 99_999_999).map(cents -> new Money(BigDecimal.valueOf(cents, 2)));
        var every = Arbitraries.of(Terms.PERIODS);
        var pay = Arbitraries.of(PayTime.class);
        var rise = Arbitraries.integers().between(-200, 200).map(tenths -> BigDecimal.valueOf(tenths, 1));
        var years = Arbitraries.integers().between(1, 5);
        return Combinators.combine(from, days, yearly, every, pay, rise, years)
                .as((first, length, amount, months, when, percent, each) ->
                        new Terms(first, first.plusDays(length), amount, months, when, percent, each));
    }

    @Property(tries = 300)
    void periodsFollowEachOtherFromTheFirstDayToTheLast(@ForAll("terms") Terms terms) {
        var schedule = Schedule.of(terms);

        assertThat(schedule.get(0).from()).isEqualTo(terms.from());
        assertThat(schedule.get(schedule.size() - 1).until()).isEqualTo(terms.until());
        for (var at = 0; at < schedule.size(); at++) {
            var one = schedule.get(at);
            assertThat(one.until()).isAfterOrEqualTo(one.from());
            assertThat(one.due()).isEqualTo(terms.pay() == PayTime.AHEAD ? one.from() : one.until());
            assertThat(one.amount().signum()).isNotNegative();
            if (at > 0) {
                assertThat(one.from()).isEqualTo(schedule.get(at - 1).until().plusDays(1));
            }
        }
    }

    @Property(tries = 300)
    void howeverItIsPaidItComesToTheSameToTheCent(@ForAll("terms") Terms terms) {
        var whole = sum(terms, 0);

        assertThat(sum(terms, terms.everyMonths())).isEqualTo(whole);
        assertThat(sum(terms, 1)).isEqualTo(whole);
        assertThat(sum(terms, 12)).isEqualTo(whole);
    }

    private static Money sum(Terms terms, int every) {
        return Money.sum(Schedule.of(new Terms(
                        terms.from(),
                        terms.until(),
                        terms.yearly(),
                        every,
                        terms.pay(),
                        terms.risePercent(),
                        terms.riseYears()))
                .stream()
                .map(Instalment::amount)
                .toList());
    }

    @Property(tries = 300)
    void theIncomeOfTheYearsIsWhatWasPaid(@ForAll("terms") Terms terms) {
        assertThat(Schedule.of(terms)).allSatisfy(one -> {
            assertThat(Money.sum(List.copyOf(one.byYear().values()))).isEqualTo(one.amount());
            assertThat(one.byYear().firstKey()).isEqualTo(one.from().getYear());
            assertThat(one.byYear().lastKey()).isEqualTo(one.until().getYear());
        });
    }

    @Test
    void aLeapDayIsPaidLikeAnyOther() {
        var schedule = Schedule.of(terms("2024-02-29", "2028-02-28", "3660", 12));

        assertThat(schedule)
                .extracting(Instalment::from, Instalment::until)
                .containsExactly(
                        tuple(day("2024-02-29"), day("2025-02-27")),
                        tuple(day("2025-02-28"), day("2026-02-27")),
                        tuple(day("2026-02-28"), day("2027-02-27")),
                        tuple(day("2027-02-28"), day("2028-02-28")));
        assertThat(schedule).allSatisfy(one -> assertThat(one.amount()).isEqualTo(Money.of("3660")));
    }

    @Test
    void monthsBeginOnTheDayTheContractBegan() {
        assertThat(Schedule.of(terms("2026-01-31", "2026-05-30", "1200", 1)))
                .extracting(Instalment::from)
                .containsExactly(day("2026-01-31"), day("2026-02-28"), day("2026-03-31"), day("2026-04-30"));
    }

    @Test
    void aThirdOfAHundredLeavesNoCentBehind() {
        assertThat(Schedule.of(terms("2026-01-01", "2026-12-31", "100", 4)))
                .extracting(one -> one.amount().toString())
                .containsExactly("33.34", "33.33", "33.33");
    }

    @Test
    void theRentRisesOnWhatItWas() {
        var terms = new Terms(
                day("2026-01-01"), day("2030-12-31"), Money.of("10000"), 12, PayTime.AHEAD, new BigDecimal("5"), 2);

        assertThat(Schedule.of(terms))
                .extracting(one -> one.amount().toString())
                .containsExactly("10000.00", "10000.00", "10500.00", "10500.00", "11025.00");
    }

    @Test
    void aPeriodThatIsCutOffIsPaidByDays() {
        var month = new Instalment(day("2026-04-01"), day("2026-04-30"), day("2026-04-01"), Money.of("300"));

        assertThat(month.cutOff(day("2026-04-10")).amount()).isEqualTo(Money.of("100"));
    }

    @Test
    void whatNobodyAgreesOnIsRefused() {
        assertThatThrownBy(() -> terms("2026-01-02", "2026-01-01", "1", 12)).isInstanceOf(ContractRefused.class);
        assertThatThrownBy(() -> terms("2026-01-01", "2126-01-02", "1", 12)).isInstanceOf(ContractRefused.class);
        assertThatThrownBy(() -> terms("2026-01-01", "2026-12-31", "0", 12)).isInstanceOf(ContractRefused.class);
        assertThatThrownBy(() -> terms("2026-01-01", "2026-12-31", "1", 5)).isInstanceOf(ContractRefused.class);
    }

    private static Terms terms(String from, String until, String yearly, int every) {
        return new Terms(day(from), day(until), Money.of(yearly), every, PayTime.AHEAD, BigDecimal.ZERO, 1);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
