package io.qiangcun.economy.bonus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.income.VillageIncome;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a scheme pays for a year. */
class BonusTermsTests {

    private static final List<BonusTerms.Step> STEPS =
            List.of(step("0", "5", "0"), step("50000", "10", "1000"), step("100000", "0", "3000"));

    @Test
    void eachStepPaysForWhatLiesBetweenItAndTheNext() {
        var terms = new BonusTerms(Measure.INCREASE, BigDecimal.ZERO, null, null, STEPS);

        assertThat(terms.of(village("140000", "100000", "0")).amount()).isEqualByComparingTo("2000");
        assertThat(terms.of(village("170000", "100000", "0")).amount()).isEqualByComparingTo("5500");
        assertThat(terms.of(village("300000", "100000", "0")).amount()).isEqualByComparingTo("10500");
    }

    @Test
    void partsOfACentAreNotPaid() {
        var terms = new BonusTerms(Measure.INCOME, BigDecimal.ZERO, null, null, List.of(step("0", "5", "0")));

        assertThat(terms.of(village("100.39", "0", "0")).amount()).isEqualByComparingTo("5.01");
    }

    @Test
    void nothingIsPaidBelowTheIncomeThatIsAskedFor() {
        var terms = new BonusTerms(Measure.INCREASE, new BigDecimal("100000"), null, null, STEPS);

        assertThat(terms.of(village("99999.99", "10000", "0")).outcome()).isEqualTo(Bonus.Outcome.BELOW_LEAST);
        assertThat(terms.of(village("100000", "10000", "0")).outcome()).isEqualTo(Bonus.Outcome.PAID);
    }

    @Test
    void nobodyGrowsFromNothing() {
        var terms = new BonusTerms(Measure.INCREASE, BigDecimal.ZERO, null, null, STEPS);

        assertThat(terms.of(village("100000", "0", "0"))).satisfies(bonus -> {
            assertThat(bonus.outcome()).isEqualTo(Bonus.Outcome.NOTHING_BEFORE);
            assertThat(bonus.isPaid()).isFalse();
        });
    }

    @Test
    void aBadYearAndNoBookPayNothing() {
        var terms = new BonusTerms(Measure.NET, BigDecimal.ZERO, null, null, STEPS);

        assertThat(terms.of(village("100000", "0", "120000")).outcome()).isEqualTo(Bonus.Outcome.BELOW_LINE);
        assertThat(terms.of(income("0", "0", "0", 0)).outcome()).isEqualTo(Bonus.Outcome.NO_BOOK);
    }

    @Test
    void whatIsLeftLimitsWhatIsPaid() {
        var terms = new BonusTerms(Measure.INCOME, BigDecimal.ZERO, null, new BigDecimal("10"), STEPS);

        assertThat(terms.of(village("100000", "0", "60000"))).satisfies(bonus -> {
            assertThat(bonus.amount()).isEqualByComparingTo("4000");
            assertThat(bonus.outcome()).isEqualTo(Bonus.Outcome.LIMITED);
        });
        assertThat(terms.of(village("100000", "0", "130000")).amount()).isEqualByComparingTo("0");
    }

    @Test
    void whoReachesMoreNeverGetsLess() {
        assertThatThrownBy(() -> new BonusTerms(
                        Measure.INCOME,
                        BigDecimal.ZERO,
                        null,
                        null,
                        List.of(step("0", "0", "2000"), step("10", "0", "1000"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void moreIncomePaysNoLessAndNeverMoreThanTheLimits(
            @ForAll @IntRange(max = 900_000) int income,
            @ForAll @IntRange(max = 90_000) int more,
            @ForAll @IntRange(max = 300_000) int cost,
            @ForAll @IntRange(min = 1, max = 100) int share,
            @ForAll @IntRange(min = 1, max = 50_000) int most) {
        var terms = new BonusTerms(Measure.INCOME, BigDecimal.ZERO, new BigDecimal(most), new BigDecimal(share), STEPS);
        var one = village(Integer.toString(income), "0", Integer.toString(cost));
        var other = village(Integer.toString(income + more), "0", Integer.toString(cost));

        assertThat(terms.of(other).amount())
                .isGreaterThanOrEqualTo(terms.of(one).amount());
        assertThat(terms.of(one).amount()).isBetween(BigDecimal.ZERO, new BigDecimal(most));
        assertThat(terms.of(one).amount().multiply(new BigDecimal("100")))
                .isLessThanOrEqualTo(one.net().max(BigDecimal.ZERO).multiply(new BigDecimal(share)));
    }

    private static BonusTerms.Step step(String over, String percent, String fixed) {
        return new BonusTerms.Step(new BigDecimal(over), new BigDecimal(percent), new BigDecimal(fixed));
    }

    private static VillageIncome village(String operating, String before, String cost) {
        return income(operating, before, cost, 1);
    }

    private static VillageIncome income(String operating, String before, String cost, int books) {
        @Nullable String noTownship = null;
        return new VillageIncome(
                new PlaceCode("150524100200"),
                "East",
                noTownship,
                books,
                new BigDecimal(operating),
                new BigDecimal(before),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal(cost),
                BigDecimal.ZERO);
    }
}
