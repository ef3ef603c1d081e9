package io.qiangcun.economy.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.economy.company.CompanyQueries.Holder;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PartsTests {

    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    /** Whatever is split among however many: to the cent, and nobody who holds more gets less. */
    @Property(tries = 300)
    void addUpToTheCentAndFollowTheShares(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long cents,
            @ForAll Split split,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 5_000) Integer> shares) {
        var amount = new Money(BigDecimal.valueOf(cents, 2));
        var holders = new ArrayList<Holder>();
        shares.forEach(held -> holders.add(new Holder(
                "Village",
                "Village",
                BigDecimal.ZERO,
                BigDecimal.valueOf(held),
                SINCE,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO)));

        var parts = CompanyService.parts(amount, split, holders);

        assertThat(Money.sum(parts)).isEqualTo(amount);
        for (var one = 0; one < parts.size(); one++) {
            for (var other = 0; other < parts.size(); other++) {
                if (split == Split.SHARES && shares.get(one) > shares.get(other)) {
                    assertThat(parts.get(one)).isGreaterThanOrEqualTo(parts.get(other));
                }
                if (split == Split.EQUAL) {
                    assertThat(parts.get(one).minus(parts.get(other)).yuan().abs())
                            .isLessThanOrEqualTo(new BigDecimal("0.01"));
                }
            }
        }
    }
}
