package io.qiangcun.economy.voucher;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.Side;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a voucher, with the book, the place and the month of the voucher: lists and fences go by them. */
@Embeddable
record VoucherLine(
        @Embedded BookId book,
        @Embedded PlaceCode place,
        LocalDate month,
        @Embedded AccountCode account,
        @Column(name = "detail_id") @Nullable UUID detail,
        Side side,
        BigDecimal amount,
        String summary) {

    VoucherLine takenBack() {
        return new VoucherLine(book, place, month, account, detail, side, amount.negate(), summary);
    }
}
