package io.qiangcun.economy.bank;

import java.util.List;

/**
 * A line of the bank and what stands for it in the book.
 *
 * @param byHand not found by amount and day, but said by somebody
 */
public record BankMatch(BankLine bank, List<BookLine> book, boolean byHand, String recordedByPerson) {

    public BankMatch {
        book = List.copyOf(book);
    }
}
