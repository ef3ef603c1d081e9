package io.qiangcun.economy.voucher;

import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a voucher down; what does not balance yet may wait as a draft.
 *
 * @param sheets how many receipts are attached, on paper or as pictures
 * @param paperNumber the number on paper where it is kept there as well, e.g. 记-01-001
 * @param corrects what a red or a correcting voucher puts right
 */
public record DraftVoucher(
        VoucherId id,
        BookId book,
        LocalDate dated,
        VoucherKind kind,
        String summary,
        int sheets,
        @Nullable String paperNumber,
        @Nullable VoucherId corrects,
        List<Line> lines) {

    public DraftVoucher {
        lines = List.copyOf(lines);
    }

    /** One that corrects no other. */
    public DraftVoucher(
            VoucherId id,
            BookId book,
            LocalDate dated,
            VoucherKind kind,
            String summary,
            int sheets,
            @Nullable String paperNumber,
            List<Line> lines) {
        this(id, book, dated, kind, summary, sheets, paperNumber, null, lines);
    }

    /**
     * @param detail whom or what the line names beside its account; null for nobody
     * @param summary of this line; empty for that of the voucher
     */
    public record Line(AccountCode account, @Nullable String detail, Side side, Money amount, String summary) {}
}
