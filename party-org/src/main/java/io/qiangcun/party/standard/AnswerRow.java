package io.qiangcun.party.standard;

import io.qiangcun.party.standard.Answers.Fact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one item.
 *
 * @param counted what counts after those above have looked at it
 */
public record AnswerRow(
        String itemCode,
        String section,
        String title,
        String basisText,
        boolean byRecords,
        @Nullable Boolean met,
        String note,
        @Nullable Boolean agreed,
        @Nullable String disagreement,
        @Nullable Boolean counted,
        @Nullable LocalDate fixBy,
        @Nullable LocalDate fixedOn,
        @Nullable String fixNote,
        List<Fact> facts) {

    public AnswerRow {
        facts = List.copyOf(facts);
    }

    public boolean isFailed() {
        return Boolean.FALSE.equals(counted);
    }
}
