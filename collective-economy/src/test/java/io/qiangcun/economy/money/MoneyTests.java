package io.qiangcun.economy.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MoneyTests {

    @Example
    void knowsNoPartsOfACent() {
        assertThatThrownBy(() -> Money.of("1.005")).hasMessageContaining("cent");
        assertThat(Money.of("1.500")).hasToString("1.50");
    }

    @Example
    void refusesWhatNoVillageOwns() {
        assertThatThrownBy(() -> Money.of("1e20")).hasMessageContaining("Too much");
    }

    @Example
    void givesTheCentThatIsLeftToTheLargestRemainderAndOfEqualOnesToTheFirst() {
        assertThat(Money.of("100").shareBy(1, 1, 1))
                .extracting(Money::toString)
                .containsExactly("33.34", "33.33", "33.33");
        assertThat(Money.of("10").shareBy(1, 5)).extracting(Money::toString).containsExactly("1.67", "8.33");
    }

    @Example
    void sharesByNothingAtAllIsRefused() {
        assertThatThrownBy(() -> Money.of("1").shareBy(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("1").shareBy(2, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void thePartsAddUpToTheWholeAndNoneIsACentOff(
            @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long cents,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 100_000) Integer> weights,
            @ForAll @IntRange(min = 1, max = 9) int first) {
        var whole = new Money(BigDecimal.valueOf(cents, 2));
        var by = weights.stream().map(BigDecimal::valueOf).toList();
        var all = new ArrayList<>(by);
        all.set(0, BigDecimal.valueOf(first));
        var sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        var parts = whole.shareBy(all);

        assertThat(Money.sum(parts)).isEqualTo(whole);
        for (var at = 0; at < all.size(); at++) {
            var off = parts.get(at).yuan().multiply(sum).subtract(whole.yuan().multiply(all.get(at)));
            assertThat(off.abs()).isLessThan(sum.multiply(new BigDecimal("0.01")));
        }
    }
}
