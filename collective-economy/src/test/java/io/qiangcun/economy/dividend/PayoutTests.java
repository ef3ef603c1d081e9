package io.qiangcun.economy.dividend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayoutTests {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal NOUGHT = BigDecimal.ZERO;
    private static final int TIMES = 500;

    /** Two members: 60 of 100 go by trade, 40 by what they brought. */
    @Test
    void returnsByTradeAndSharesTheRestByAccount() {
        var payout = Payout.of(
                Money.of("100"),
                BenefitRule.byLaw(SIXTY),
                SIXTY,
                List.of(claim(1, "300", "1000", "0"), claim(2, "100", "3000", "0")));

        assertThat(payout.lines()).extracting(Payout.Line::returned).containsExactly(Money.of("45"), Money.of("15"));
        assertThat(payout.lines()).extracting(Payout.Line::shared).containsExactly(Money.of("10"), Money.of("30"));
        assertThat(payout.total()).isEqualTo(Money.of("100"));
    }

    /** 60 a share whatever happens; what lies above a base of 1,000 is split 40, 30, 30. */
    @Test
    void guaranteesAndSplitsWhatLiesAboveTheBase() {
        var rule = new BenefitRule(
                NOUGHT,
                RemainderBy.SHARES,
                Money.of("1000"),
                BigDecimal.valueOf(40),
                BigDecimal.valueOf(30),
                BigDecimal.valueOf(30),
                Guarantee.PER_SHARE,
                Money.of("60"));
        var payout =
                Payout.of(Money.of("2000"), rule, SIXTY, List.of(claim(1, "0", "100", "1"), claim(2, "0", "300", "3")));

        assertThat(payout.lines()).extracting(Payout.Line::guaranteed).containsExactly(Money.of("60"), Money.of("180"));
        assertThat(payout.lines()).extracting(Payout.Line::shared).containsExactly(Money.of("350"), Money.of("1050"));
        assertThat(payout.collective()).isEqualTo(Money.of("300"));
        assertThat(payout.managers()).isEqualTo(Money.of("300"));
        assertThat(payout.returned()).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesToReturnLessThanTheLawWants() {
        var claims = List.of(claim(1, "1", "100", "1"));

        assertThatThrownBy(() -> Payout.of(Money.of("100"), BenefitRule.byLaw(new BigDecimal("59.999")), SIXTY, claims))
                .isInstanceOf(DividendRefused.class);
    }

    /** However much is guaranteed: it is a cost, not a return. */
    @Test
    void aGuaranteedRentDoesNotCountTowardsTheReturn() {
        var rule = new BenefitRule(
                BigDecimal.TEN,
                RemainderBy.SHARES,
                Money.ZERO,
                BigDecimal.valueOf(100),
                NOUGHT,
                NOUGHT,
                Guarantee.FIXED,
                Money.of("100000"));

        assertThatThrownBy(() -> Payout.of(Money.of("100"), rule, SIXTY, List.of(claim(1, "1", "100", "1"))))
                .isInstanceOf(DividendRefused.class);
    }

    @Test
    void nothingIsReturnedWhereNobodyTraded() {
        assertThatThrownBy(() ->
                        Payout.of(Money.of("100"), BenefitRule.byLaw(SIXTY), SIXTY, List.of(claim(1, "0", "100", "1"))))
                .isInstanceOf(DividendRefused.class);
    }

    @Test
    void alwaysAddsUpToTheCent() {
        var random = new Random(7);
        for (var time = 0; time < TIMES; time++) {
            var surplus = new Money(BigDecimal.valueOf(random.nextInt(100_000_000), 2));
            var claims = claims(random);
            var rule = rule(random);
            var payout = Payout.of(surplus, rule, SIXTY, claims);

            assertThat(payout.returned()
                            .plus(payout.shared())
                            .plus(payout.collective())
                            .plus(payout.managers()))
                    .as("%s by %s", surplus, rule)
                    .isEqualTo(surplus);
            assertThat(payout.returned().yuan().multiply(BigDecimal.valueOf(100)))
                    .isGreaterThanOrEqualTo(surplus.yuan().multiply(SIXTY));
            assertThat(payout.lines())
                    .allSatisfy(line -> assertThat(line.total().signum()).isPositive());
        }
    }

    @Test
    void doesNotDependOnTheOrderOfMembers() {
        var random = new Random(11);
        for (var time = 0; time < TIMES; time++) {
            var surplus = new Money(BigDecimal.valueOf(random.nextInt(100_000), 2));
            var claims = claims(random);
            var rule = rule(random);
            var shuffled = new ArrayList<>(claims);
            Collections.shuffle(shuffled, random);

            assertThat(Payout.of(surplus, rule, SIXTY, shuffled)).isEqualTo(Payout.of(surplus, rule, SIXTY, claims));
        }
    }

    /** Whoever traded more is returned no less. */
    @Test
    void isMonotonous() {
        var random = new Random(13);
        for (var time = 0; time < TIMES; time++) {
            var claims = claims(random);
            var payout =
                    Payout.of(new Money(BigDecimal.valueOf(random.nextInt(1_000_000), 2)), rule(random), SIXTY, claims);
            for (var one : payout.lines()) {
                for (var other : payout.lines()) {
                    if (one.claim().traded().compareTo(other.claim().traded()) > 0) {
                        assertThat(one.returned()).isGreaterThanOrEqualTo(other.returned());
                    }
                }
            }
        }
    }

    private static List<Claim> claims(Random random) {
        var claims = new ArrayList<Claim>();
        var count = 1 + random.nextInt(40);
        for (var number = 1; number <= count; number++) {
            claims.add(claim(
                    number,
                    number == 1 ? "1" : Integer.toString(random.nextInt(5) * random.nextInt(10_000)),
                    number == 1 ? "1" : Integer.toString(random.nextInt(3) * random.nextInt(10_000)),
                    number == 1 ? "1" : Integer.toString(random.nextInt(100))));
        }
        return claims;
    }

    private static BenefitRule rule(Random random) {
        var members = random.nextInt(101);
        var collective = random.nextInt(101 - members);
        var guaranteed = random.nextBoolean();
        return new BenefitRule(
                BigDecimal.valueOf(60_000 + random.nextInt(40_001), 3),
                random.nextBoolean() ? RemainderBy.ACCOUNT : RemainderBy.SHARES,
                new Money(BigDecimal.valueOf(random.nextInt(1_000_000), 2)),
                BigDecimal.valueOf(members),
                BigDecimal.valueOf(collective),
                BigDecimal.valueOf(100L - members - collective),
                guaranteed ? Guarantee.PER_SHARE : Guarantee.NONE,
                guaranteed ? Money.of("12.34") : Money.ZERO);
    }

    private static Claim claim(int number, String traded, String contributed, String shares) {
        return new Claim(
                new UUID(0, number),
                number,
                "Member " + number,
                new BigDecimal(traded),
                new BigDecimal(contributed),
                NOUGHT,
                NOUGHT,
                NOUGHT,
                new BigDecimal(shares),
                NOUGHT);
    }
}
