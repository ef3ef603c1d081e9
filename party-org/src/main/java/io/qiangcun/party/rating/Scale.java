package io.qiangcun.party.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What stars are given for on a day: conditions of entry, items, and the least score of each level. */
public record Scale(List<Criterion> conditions, List<Criterion> items, List<Criterion> levels) {

    public Scale {
        conditions = List.copyOf(conditions);
        items = List.copyOf(items);
        levels = List.copyOf(levels);
    }

    /** How many levels the score reaches. */
    public int starsFor(BigDecimal score) {
        return starsFor(levels, score);
    }

    static int starsFor(List<Criterion> levels, BigDecimal score) {
        return (int) levels.stream()
                .filter(level -> score.compareTo(level.amount()) >= 0)
                .count();
    }

    /** The mean of all sheets, item by item, added up. */
    public BigDecimal score(Map<String, Counted> counted) {
        return items.stream()
                .map(item -> counted.getOrDefault(item.code(), Counted.NONE).mean())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(1, RoundingMode.HALF_UP);
    }

    public boolean isComplete(Map<String, Counted> counted) {
        return items.stream()
                .allMatch(item -> Objects.requireNonNullElse(counted.get(item.code()), Counted.NONE)
                                .sheets()
                        > 0);
    }

    /** So many sheets about an item, which add up to so many points. */
    public record Counted(int sheets, BigDecimal points) {

        static final Counted NONE = new Counted(0, BigDecimal.ZERO);
        private static final int EXACT = 6;

        public Counted plus(Counted other) {
            return new Counted(sheets + other.sheets, points.add(other.points));
        }

        BigDecimal mean() {
            return sheets == 0
                    ? BigDecimal.ZERO
                    : points.divide(BigDecimal.valueOf(sheets), EXACT, RoundingMode.HALF_UP);
        }
    }
}
