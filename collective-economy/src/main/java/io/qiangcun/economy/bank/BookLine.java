package io.qiangcun.economy.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A posted line of the book that moved the bank account.
 *
 * @param amount debited; negative: credited
 */
public record BookLine(UUID voucherId, int lineNo, LocalDate dated, int number, String summary, BigDecimal amount) {

    /** Names the line in a form. */
    public String key() {
        return voucherId + ":" + lineNo;
    }

    public String href() {
        return "/economy/vouchers/" + voucherId;
    }
}
