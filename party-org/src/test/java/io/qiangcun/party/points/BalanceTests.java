package io.qiangcun.party.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BalanceTests {

    private static final BigDecimal FLOOR = BigDecimal.ZERO;
    private static final BigDecimal CAP = BigDecimal.valueOf(120);

    @Property
    void staysBetweenFloorAndCap(
            @ForAll @BigRange(min = "0", max = "200") BigDecimal base,
            @ForAll @Size(max = 40) List<@BigRange(min = "-50", max = "50") BigDecimal> amounts) {
        var points = Balance.of(base, amounts, FLOOR, CAP).points();

        assertThat(points).isBetween(FLOOR, CAP);
    }

    @Property
    void neverFallsWithABonusNorRisesWithAPenalty(
            @ForAll @Size(max = 20) List<@BigRange(min = "-50", max = "50") BigDecimal> amounts,
            @ForAll @BigRange(min = "0.1", max = "50") BigDecimal one) {
        var before = Balance.of(BigDecimal.valueOf(60), amounts, FLOOR, CAP).points();
        var more = new ArrayList<>(amounts);
        more.add(one);
        var less = new ArrayList<>(amounts);
        less.add(one.negate());

        assertThat(Balance.of(BigDecimal.valueOf(60), more, FLOOR, CAP).points())
                .isGreaterThanOrEqualTo(before);
        assertThat(Balance.of(BigDecimal.valueOf(60), less, FLOOR, CAP).points())
                .isLessThanOrEqualTo(before);
    }

    @Property
    void aRuleNeverGivesMoreThanItsCap(
            @ForAll @BigRange(min = "0.5", max = "10") BigDecimal amount,
            @ForAll @BigRange(min = "10", max = "40") BigDecimal cap,
            @ForAll @IntRange(min = 1, max = 100) int times) {
        var rule = rule(amount, cap);
        var sum = BigDecimal.ZERO;
        for (var n = 0; n < times; n++) {
            sum = rule.fits(sum) ? sum.add(amount) : sum;
        }

        assertThat(sum).isLessThanOrEqualTo(cap);
    }

    @Property
    void everyDayLiesInItsQuarter(@ForAll @IntRange(min = 0, max = 20_000) int days) {
        var day = LocalDate.of(2000, 1, 1).plusDays(days);
        var quarter = Quarter.of(day);

        assertThat(day).isAfterOrEqualTo(quarter.from()).isBefore(quarter.until());
        assertThat(quarter.before().until()).isEqualTo(quarter.from());
        assertThat(Quarter.valueOf(quarter.toString())).isEqualTo(quarter);
    }

    private static PointsRule rule(BigDecimal amount, BigDecimal cap) {
        return new PointsRule(
                UUID.randomUUID(),
                "help",
                "",
                LocalDate.EPOCH,
                null,
                true,
                1,
                "Help",
                RuleKind.BONUS,
                amount,
                "time",
                cap,
                true,
                Approver.TOWNSHIP,
                "LOCAL",
                "basis",
                Instant.EPOCH,
                "system",
                "system");
    }
}
