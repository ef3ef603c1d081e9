package io.qiangcun.economy.contract;

import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.VoucherId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Books something of a contract by a voucher.
 *
 * @param voucher the one to be drafted; the same sent twice is drafted once
 * @param seq of the due; null for the deposit
 * @param on the day of the voucher
 * @param amount what came in or went out; what is billed or released is known
 * @param money where it came in; null for the account at the bank
 * @param sheets what is attached; with nothing attached the voucher stays a draft
 * @param summary what the voucher says
 */
public record BookRent(
        VoucherId voucher,
        BookingStep step,
        @Nullable Integer seq,
        LocalDate on,
        @Nullable Money amount,
        @Nullable AccountCode money,
        int sheets,
        String summary) {}
