package io.qiangcun.economy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.error.Problem;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What there is to distribute, and what a plan makes of it. */
class ResultTests {

    private static Result result(String earned, String brought, String reserves) {
        return new Result(Money.of(earned), Money.of(brought), Money.of(reserves));
    }

    private static Plan plan(Result result, String covered, String percent, String members, String others) {
        return new Plan(result, Money.of(covered), new BigDecimal(percent), Money.of(members), Money.of(others));
    }

    @Test
    void theReserveIsCountedOfWhatTheYearEarnedAndNotOfWhatWasLeftBefore() {
        var result = result("80000", "20000", "0");

        assertThat(result.distributable()).isEqualTo(Money.of("100000"));
        assertThat(result.reserve(new BigDecimal("30"))).isEqualTo(Money.of("24000"));
    }

    @Test
    void lossesOfFormerYearsComeFirst() {
        var result = result("80000", "-30000", "0");

        assertThat(result.distributable()).isEqualTo(Money.of("50000"));
        assertThat(result.reserve(new BigDecimal("10"))).isEqualTo(Money.of("5000"));
    }

    @Test
    void aLossLeavesNothingToDistributeAndMayBeCoveredAsFarAsTheReserveReaches() {
        var result = result("-5000", "2000", "1800.50");

        assertThat(result.distributable()).isEqualTo(Money.ZERO);
        assertThat(result.reserve(new BigDecimal("30"))).isEqualTo(Money.ZERO);
        assertThat(result.coverable()).isEqualTo(Money.of("1800.50"));
        assertThat(plan(result, "1800.50", "30", "0", "0").kept()).isEqualTo(Money.of("-1199.50"));
        assertThat(plan(result, "1800.51", "30", "0", "0").problems(BigDecimal.TEN))
                .extracting(Problem::field)
                .containsExactly("covered");
    }

    @Test
    void nobodyIsGivenWhatIsNotThere() {
        var result = result("10000", "0", "0");

        assertThat(plan(result, "0", "20", "8000", "0").problems(BigDecimal.TEN))
                .isEmpty();
        assertThat(plan(result, "0", "20", "8000.01", "0").problems(BigDecimal.TEN))
                .extracting(Problem::field)
                .containsExactly("members");
        assertThat(plan(result, "0", "20", "0", "8000.01").problems(BigDecimal.TEN))
                .extracting(Problem::field)
                .containsExactly("others");
        assertThat(plan(result, "0", "20", "8000", "0").problems(BigDecimal.ZERO))
                .extracting(Problem::field)
                .containsExactly("members");
    }

    @Test
    void whatIsHandedOutAndKeptIsAlwaysWhatThereWas() {
        var random = new Random(20261123);
        for (var times = 0; times < 10_000; times++) {
            var result = new Result(cents(random, true), cents(random, true), cents(random, false));
            var plan = new Plan(
                    result,
                    result.coverable(),
                    new BigDecimal(random.nextInt(0, 10_001)).movePointLeft(2),
                    cents(random, false),
                    cents(random, false));

            assertThat(plan.reserve().plus(plan.members()).plus(plan.others()).plus(plan.kept()))
                    .isEqualTo(result.total().plus(plan.covered()));
            assertThat(plan.reserve()).isLessThanOrEqualTo(result.distributable());
            if (plan.problems(BigDecimal.ONE).isEmpty()) {
                assertThat(plan.kept().signum() >= 0
                                || plan.members().plus(plan.others()).isZero())
                        .isTrue();
            }
        }
    }

    private static Money cents(Random random, boolean signed) {
        return new Money(BigDecimal.valueOf(random.nextInt(signed ? -10_000_000 : 0, 10_000_000), 2));
    }
}
