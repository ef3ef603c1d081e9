package io.qiangcun.economy.income;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All villages of a jurisdiction and the steps they stand on. Who keeps no book stands nowhere, not at nought. */
public record Ladder(List<VillageIncome> villages, Bands bands) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Ladder {
        villages = List.copyOf(villages);
    }

    public List<VillageIncome> known() {
        return villages.stream().filter(VillageIncome::isKnown).toList();
    }

    public List<VillageIncome> unknown() {
        return villages.stream().filter(village -> !village.isKnown()).toList();
    }

    public List<VillageIncome> on(int step) {
        return known().stream()
                .filter(village -> bands.of(village.operating()) == step)
                .toList();
    }

    public List<Bands.Step> steps() {
        return bands.steps(known().stream().map(VillageIncome::operating).toList());
    }

    public BigDecimal operating() {
        return sum(VillageIncome::operating);
    }

    public BigDecimal net() {
        return sum(VillageIncome::net);
    }

    public BigDecimal grant() {
        return sum(VillageIncome::grant);
    }

    public BigDecimal oneOff() {
        return sum(VillageIncome::oneOff);
    }

    public BigDecimal passThrough() {
        return sum(VillageIncome::passThrough);
    }

    /** Of those together that had some a year before; null if none had. */
    public @Nullable BigDecimal growth() {
        var comparable =
                villages.stream().filter(village -> village.growth() != null).toList();
        var before = comparable.stream().map(VillageIncome::before).reduce(BigDecimal.ZERO, BigDecimal::add);
        var now = comparable.stream().map(VillageIncome::operating).reduce(BigDecimal.ZERO, BigDecimal::add);
        return before.signum() > 0
                ? now.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP)
                : null;
    }

    private BigDecimal sum(Function<VillageIncome, BigDecimal> what) {
        return villages.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
