package io.qiangcun.economy.income;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the ladder: each begins with its lower line and ends before the next, so that every amount stands on exactly
 * one.
 *
 * @param lines in yuan, rising; below the first lies a step too
 */
public record Bands(List<BigDecimal> lines) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Bands {
        lines = lines.stream().sorted().distinct().toList();
    }

    /** 0 below the first line. */
    public int of(BigDecimal amount) {
        return (int) lines.stream().filter(line -> amount.compareTo(line) >= 0).count();
    }

    /** What is missing to the next line, or null on the highest step. */
    public @Nullable BigDecimal missing(BigDecimal amount) {
        var step = of(amount);
        return step < lines.size() ? lines.get(step).subtract(amount) : null;
    }

    /** The lowest step first. */
    public List<Step> steps(List<BigDecimal> amounts) {
        var steps = new ArrayList<Step>();
        IntStream.rangeClosed(0, lines.size()).forEach(step -> {
            var on = (int) amounts.stream().filter(amount -> of(amount) == step).count();
            var reached =
                    (int) amounts.stream().filter(amount -> of(amount) >= step).count();
            steps.add(new Step(
                    step,
                    step == 0 ? BigDecimal.ZERO : lines.get(step - 1),
                    step == lines.size() ? null : lines.get(step),
                    on,
                    reached,
                    amounts.size()));
        });
        return List.copyOf(steps);
    }

    /**
     * One step and who stands there.
     *
     * @param until exclusive; null for the highest
     * @param on how many stand on it
     * @param reached how many stand on it or higher
     * @param of how many there are
     */
    public record Step(
            int number, BigDecimal from, @Nullable BigDecimal until, int on, int reached, int of) {

        public @Nullable BigDecimal share() {
            return percent(on);
        }

        public @Nullable BigDecimal shareReached() {
            return percent(reached);
        }

        private @Nullable BigDecimal percent(int part) {
            return of == 0
                    ? null
                    : BigDecimal.valueOf(part)
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
        }
    }
}
