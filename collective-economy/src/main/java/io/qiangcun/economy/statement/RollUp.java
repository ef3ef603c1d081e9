package io.qiangcun.economy.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A statement added up over all books of a regulation below a place. What books owe each other is not taken out: each is an
 * organisation of its own.
 *
 * @param whole the sum
 * @param parts the places of the next level, in the order of their codes
 */
public record RollUp(Statement whole, List<Part> parts) {

    public RollUp {
        parts = List.copyOf(parts);
    }

    /**
     * One of the places that add up.
     *
     * @param books of the regulation that were kept in the year
     * @param missing books of the regulation in which the year was not opened
     * @param amounts by the keys of the lines
     */
    public record Part(
            String placeCode,
            String placeName,
            int books,
            int missing,
            List<Book> kept,
            Map<String, BigDecimal> amounts) {

        public Part {
            kept = List.copyOf(kept);
            amounts = Map.copyOf(amounts);
        }

        public BigDecimal amount(String line) {
            return Objects.requireNonNullElse(amounts.get(line), BigDecimal.ZERO);
        }
    }

    /** A book that adds to a part, and which statement of it does. */
    public record Book(UUID bookId, String placeCode, String name, String statement) {}

    /** How many books add up. */
    public int books() {
        return parts.stream().mapToInt(Part::books).sum();
    }

    /** How many do not, for their year was not opened. */
    public int missing() {
        return parts.stream().mapToInt(Part::missing).sum();
    }
}
