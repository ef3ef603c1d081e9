package io.qiangcun.core.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row as a letter.
 *
 * @param since the day after the letter before, or the day on which the row both belong to began
 * @param until the day of the letter
 * @param told the register whose rows it tells, in the order of their days
 */
public record RowLetter(
        String title, String to, LocalDate since, LocalDate until, RegisterDefinition told, List<RowLine> lines) {

    static RowLetter of(Letter letter, RowView row, RowView parent) {
        var before = rows(parent, row.definition().code()).stream()
                .map(RowLine::startsOn)
                .filter(day -> day.isBefore(row.startsOn()))
                .max(Comparator.naturalOrder());
        var since = before.map(day -> day.plusDays(1)).orElse(parent.startsOn());
        var told = parent.children().keySet().stream()
                .map(RegisterEdition::definition)
                .filter(definition -> definition.code().equals(letter.tells()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No register " + letter.tells()));
        return new RowLetter(
                letter.title(),
                parent.cells().shown(parent.definition().column(letter.to())),
                since,
                row.startsOn(),
                told,
                rows(parent, letter.tells()).stream()
                        .filter(line -> !line.startsOn().isBefore(since)
                                && !line.startsOn().isAfter(row.startsOn()))
                        .sorted(Comparator.comparing(RowLine::startsOn).thenComparing(RowLine::title))
                        .toList());
    }

    private static List<RowLine> rows(RowView parent, String register) {
        return parent.children().entrySet().stream()
                .filter(entry -> entry.getKey().definition().code().equals(register))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    /** What is added up of what it tells, by column; nothing if it tells nothing. */
    public Map<RegisterColumn, BigDecimal> sums() {
        if (lines.isEmpty()) {
            return Map.of();
        }
        var sums = new LinkedHashMap<RegisterColumn, BigDecimal>();
        for (var column : told.totalled()) {
            sums.put(
                    column,
                    lines.stream()
                            .map(line -> line.cells().get(column.code()))
                            .filter(value -> !value.isEmpty())
                            .map(BigDecimal::new)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return sums;
    }
}
