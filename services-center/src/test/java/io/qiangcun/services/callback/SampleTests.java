package io.qiangcun.services.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.services.callback.CallbackQueries.DrawRow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SampleTests {

    private static final String SEED = "ab".repeat(32);

    @Property
    void dependsOnTheSeedAndTheSetAndNotOnTheOrderOfItsRows(
            @ForAll @Size(min = 1, max = 60) List<Long> numbers,
            @ForAll long shuffle,
            @ForAll @IntRange(min = 1, max = 60) int size) {
        var set = numbers.stream().map(number -> new UUID(number, 7)).distinct().toList();
        var otherwise = new ArrayList<>(set);
        Collections.shuffle(otherwise, new Random(shuffle));

        var drawn = Sample.drawn(SEED, set, size);

        assertThat(Sample.drawn(SEED, otherwise, size)).isEqualTo(drawn);
        assertThat(drawn).hasSize(Math.min(size, set.size())).doesNotHaveDuplicates();
        assertThat(drawn).extracting(Sample.Ranked::id).isSubsetOf(set);
    }

    @Example
    void drawsOthersFromAnotherSeed() {
        var set = new ArrayList<UUID>();
        for (var number = 0; number < 50; number++) {
            set.add(new UUID(number, number));
        }

        assertThat(Sample.drawn(SEED, set, 10)).isNotEqualTo(Sample.drawn("cd".repeat(32), set, 10));
    }

    @Example
    void whoIsDrawnOfFewStaysDrawnOfMore() {
        var set = List.of(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), new UUID(4, 4));

        assertThat(Sample.drawn(SEED, set, 4))
                .startsWith(Sample.drawn(SEED, set, 2).toArray(new Sample.Ranked[0]));
    }

    @Property
    void neverDrawsMoreThanThereAreNorFewerThanItMust(
            @ForAll @IntRange(max = 20_000) int closed,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 50) int least) {
        var size = Sample.size(closed, percent, least);

        assertThat(size).isBetween(Math.min(closed, least), closed);
        assertThat(100L * size).isGreaterThanOrEqualTo(Math.min(100L * closed, (long) closed * percent));
    }

    @Property
    void silenceIsNeitherSatisfiedNorDissatisfied(
            @ForAll @IntRange(max = 50) int reached,
            @ForAll @IntRange(max = 50) int solved,
            @ForAll @IntRange(max = 50) int missed,
            @ForAll @IntRange(max = 50) int waiting) {
        var with = row(reached + missed + waiting, reached, missed, Math.min(solved, reached));
        var without = row(reached, reached, 0, Math.min(solved, reached));

        assertThat(with.solvedPercent()).isEqualTo(without.solvedPercent());
        assertThat(with.waiting()).isEqualTo(waiting);
    }

    private static DrawRow row(long here, long reached, long missed, long solved) {
        var month = LocalDate.of(2026, 10, 1);
        var at = OffsetDateTime.parse("2026-11-01T03:20:00+08:00");
        return new DrawRow(
                new UUID(1, 1),
                "990001",
                month,
                SEED,
                1,
                10,
                5,
                200,
                200,
                at,
                "system",
                here,
                reached,
                missed,
                solved,
                0,
                0);
    }

    @Example
    void aPartOfOneIsOne() {
        assertThat(Sample.size(101, 10, 5)).isEqualTo(11);
        assertThat(Sample.size(20, 10, 5)).isEqualTo(5);
        assertThat(Sample.size(3, 10, 5)).isEqualTo(3);
        assertThat(Sample.size(0, 10, 5)).isZero();
    }
}
