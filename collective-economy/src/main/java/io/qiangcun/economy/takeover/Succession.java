package io.qiangcun.economy.takeover;

import io.qiangcun.economy.book.Category;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a balance when a book goes over to the regulation that follows its own.
 *
 * @param code of the old account
 * @param detail whose balance it is; null where the account has none
 * @param balance at the end of the year, debit positive, never nought
 * @param targets accounts of the new chart; several: somebody divides it; none: the account is gone
 */
public record Succession(
        String code,
        String name,
        Category category,
        @Nullable String detail,
        BigDecimal balance,
        List<Target> targets) {

    public Succession {
        targets = List.copyOf(targets);
    }

    /** @param note what of the old account goes there, or what has to be put right */
    public record Target(String code, String name, String note) {}

    /** Whether it goes over as it is. */
    public boolean isPlain() {
        return targets.size() == 1;
    }

    /** Whether it has to be transferred before: what is earned and spent does not go over. */
    public boolean isUnclosed() {
        return category == Category.PROFIT_LOSS;
    }
}
