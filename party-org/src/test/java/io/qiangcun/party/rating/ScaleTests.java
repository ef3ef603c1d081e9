package io.qiangcun.party.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.party.rating.Criterion.Kind;
import io.qiangcun.party.rating.Scale.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ScaleTests {

    private static final int ITEMS = 10;

    private static final Scale SCALE = new Scale(
            List.of(),
            IntStream.range(0, ITEMS)
                    .mapToObj(n -> criterion(Kind.ITEM, "item" + n, 10))
                    .toList(),
            List.of(
                    criterion(Kind.LEVEL, "one", 60),
                    criterion(Kind.LEVEL, "two", 70),
                    criterion(Kind.LEVEL, "three", 80),
                    criterion(Kind.LEVEL, "four", 90),
                    criterion(Kind.LEVEL, "five", 96)));

    @Example
    void aStarBeginsAtItsLeastScore() {
        assertThat(SCALE.starsFor(new BigDecimal("59.9"))).isZero();
        assertThat(SCALE.starsFor(new BigDecimal("60"))).isEqualTo(1);
        assertThat(SCALE.starsFor(new BigDecimal("95.9"))).isEqualTo(4);
        assertThat(SCALE.starsFor(new BigDecimal("96"))).isEqualTo(5);
    }

    @Property
    void aScoreLiesBetweenNothingAndAllItems(
            @ForAll @Size(value = ITEMS) List<@BigRange(min = "0", max = "10") BigDecimal> means,
            @ForAll @IntRange(min = 1, max = 60) int sheets) {
        var score = SCALE.score(counted(means, sheets));

        assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        assertThat(SCALE.starsFor(score)).isBetween(0, 5);
    }

    @Property
    void moreIsNeverFewerStars(
            @ForAll @BigRange(min = "0", max = "100") BigDecimal one,
            @ForAll @BigRange(min = "0", max = "100") BigDecimal other) {
        assertThat(SCALE.starsFor(one.max(other))).isGreaterThanOrEqualTo(SCALE.starsFor(one.min(other)));
    }

    @Property
    void howManySheetsSayTheSameDoesNotMatter(
            @ForAll @Size(value = ITEMS) List<@BigRange(min = "0", max = "10") BigDecimal> means,
            @ForAll @IntRange(min = 1, max = 60) int sheets) {
        assertThat(SCALE.score(counted(means, sheets))).isEqualByComparingTo(SCALE.score(counted(means, 1)));
    }

    @Property
    void anIndicatorNeverGivesMoreThanItsMost(
            @ForAll @BigRange(min = "0", max = "1000") BigDecimal measured,
            @ForAll @BigRange(min = "1", max = "100") BigDecimal target) {
        assertThat(GradeLine.pointsFor(BigDecimal.TEN, measured, target)).isBetween(BigDecimal.ZERO, BigDecimal.TEN);
    }

    @Example
    void whatIsUnknownIsLeftOut() {
        var known = new GradeLine(
                "a", 1, "A", BigDecimal.valueOf(60), true, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.valueOf(45), "");
        var unknown = new GradeLine("b", 2, "B", BigDecimal.valueOf(40), true, null, BigDecimal.ONE, null, "");

        assertThat(GradeLine.score(List.of(known, unknown))).isEqualByComparingTo("75");
        assertThat(GradeLine.score(List.of(unknown))).isEqualByComparingTo("0");
    }

    private static Map<String, Counted> counted(List<BigDecimal> means, int sheets) {
        var counted = new HashMap<String, Counted>();
        for (var n = 0; n < ITEMS; n++) {
            counted.put("item" + n, new Counted(sheets, means.get(n).multiply(BigDecimal.valueOf(sheets))));
        }
        return counted;
    }

    private static Criterion criterion(Kind kind, String code, int amount) {
        return new Criterion(
                kind, code, "", LocalDate.EPOCH, 1, code, BigDecimal.valueOf(amount), null, null, null, "basis");
    }
}
