package io.qiangcun.services.callback;

import io.qiangcun.core.domain.Sha256;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Which of a set are drawn. It depends on the seed and on the set, and on nothing else: anybody who has both finds the same,
 * with {@code sha256sum} and {@code sort}.
 */
final class Sample {

    private static final int WHOLE = 100;

    private Sample() {}

    /** One of the set and where it stands: the SHA-256 of the seed followed by its id, both as text. */
    record Ranked(UUID id, String key) {}

    /** @return how many of so many: the percent, rounded up, at least so many, at most all of them */
    static int size(int closed, int percent, int least) {
        var share = (int) (((long) closed * percent + WHOLE - 1) / WHOLE);
        return Math.min(closed, Math.max(least, share));
    }

    /** The first of the set, in the order of their keys. */
    static List<Ranked> drawn(String seed, Collection<UUID> set, int size) {
        return set.stream()
                .distinct()
                .map(id -> new Ranked(id, Sha256.hex(seed, id.toString())))
                .sorted(Comparator.comparing(Ranked::key))
                .limit(size)
                .toList();
    }
}
