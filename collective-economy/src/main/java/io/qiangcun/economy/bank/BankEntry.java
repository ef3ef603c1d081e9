package io.qiangcun.economy.bank;

import io.qiangcun.economy.money.Money;
import java.time.LocalDate;

/**
 * A line of a statement as the bank wrote it.
 *
 * @param amount came in; negative: went out; never nought
 * @param balance after it
 * @param words what the bank says it was for
 */
public record BankEntry(
        LocalDate dated, Money amount, Money balance, String counterparty, String words, String reference) {

    /** All of it, to tell whether it is known. */
    String said() {
        return String.join(
                "\u0000", dated.toString(), amount.toString(), balance.toString(), counterparty, words, reference);
    }
}
