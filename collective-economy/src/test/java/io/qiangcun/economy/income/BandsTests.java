package io.qiangcun.economy.income;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The ladder of income: 13 villages over 50,000, five of them over 100,000 (38 %), four over 200,000 (31 %), as one county had it. */
class BandsTests {

    private static final Bands BANDS = new Bands(Stream.of("50000", "100000", "150000", "200000")
            .map(BigDecimal::new)
            .toList());

    @Test
    void countsThoseOnAStepAndThoseWhoReachedIt() {
        var steps = BANDS.steps(Stream.of(
                        "51000",
                        "52000",
                        "60000",
                        "70000",
                        "80000",
                        "90000",
                        "99999.99",
                        "50000",
                        "149999.99",
                        "200000",
                        "210000",
                        "300000",
                        "1000000")
                .map(BigDecimal::new)
                .toList());

        assertThat(steps).extracting(Bands.Step::on).containsExactly(0, 8, 1, 0, 4);
        assertThat(steps).extracting(Bands.Step::reached).containsExactly(13, 13, 5, 4, 4);
        assertThat(steps.get(2).shareReached()).isEqualByComparingTo("38.5");
        assertThat(steps.get(4).shareReached()).isEqualByComparingTo("30.8");
    }

    @Test
    void aLineBelongsToTheStepThatBeginsThere() {
        assertThat(BANDS.of(new BigDecimal("99999.99"))).isEqualTo(1);
        assertThat(BANDS.of(new BigDecimal("100000"))).isEqualTo(2);
        assertThat(BANDS.missing(new BigDecimal("99999.99"))).isEqualByComparingTo("0.01");
        assertThat(BANDS.missing(new BigDecimal("200000"))).isNull();
        assertThat(BANDS.of(new BigDecimal("-1"))).isZero();
    }

    @Test
    void nobodyHasNoShares() {
        assertThat(BANDS.steps(List.of()))
                .allSatisfy(step -> assertThat(step.share()).isNull());
    }

    @Property
    void everybodyStandsOnExactlyOneStep(
            @ForAll @Size(max = 40) List<@LongRange(min = -1_000_000, max = 100_000_000) Long> cents) {
        var amounts = cents.stream().map(cent -> BigDecimal.valueOf(cent, 2)).toList();
        var steps = BANDS.steps(amounts);

        assertThat(steps.stream().mapToInt(Bands.Step::on).sum()).isEqualTo(amounts.size());
        assertThat(steps.get(0).reached()).isEqualTo(amounts.size());
        for (var step = 1; step < steps.size(); step++) {
            assertThat(steps.get(step).reached())
                    .isEqualTo(
                            steps.get(step - 1).reached() - steps.get(step - 1).on());
        }
    }
}
