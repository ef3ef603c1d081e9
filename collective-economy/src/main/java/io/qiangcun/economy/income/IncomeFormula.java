package io.qiangcun.economy.income;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which accounts count as which kind of income from a year on, and who says so.
 *
 * @param own whether the county set it
 */
public record IncomeFormula(
        UUID id,
        boolean own,
        int yearFrom,
        String name,
        String source,
        Instant recordedAt,
        String recordedByPerson,
        List<Term> terms) {

    public IncomeFormula {
        terms = List.copyOf(terms);
    }

    public List<Term> of(IncomeKind kind) {
        return terms.stream().filter(term -> term.kind() == kind).toList();
    }

    /** @param name of the account, empty where no chart knows it */
    public record Term(String regime, String account, String name, IncomeKind kind) {}
}
