package io.qiangcun.web.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way every time: it follows from what it decides about. */
final class DemoRandom {

    private static final long SEED = 20260701L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    DemoRandom(Object... about) {
        long seed = SEED;
        for (var part : about) {
            seed = (seed ^ part.toString().hashCode()) * SPREAD;
        }
        this.random = new SplittableRandom(seed);
    }

    /** Between the two, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
