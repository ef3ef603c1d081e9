package io.qiangcun.economy.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bank's balance beside the book's at the end of a month, and what explains the difference (银行存款余额调节表).
 *
 * @param since the day of the first line that the bank sent; null while it sent none
 * @param bankBalance at the end of the month by the bank; null where nothing came in up to then
 * @param bookBalance likewise by the book
 * @param onlyBank what the book does not have yet, as far as it does not
 * @param onlyBook what the bank does not have yet
 * @param matched lines of the bank of the month that are in the book
 * @param gaps where the bank's balances do not join
 */
public record Reconciliation(
        YearMonth month,
        @Nullable LocalDate since,
        @Nullable BigDecimal bankBalance,
        BigDecimal bookBalance,
        List<BankLine> onlyBank,
        List<BookLine> onlyBook,
        List<BankMatch> matched,
        List<Gap> gaps) {

    public Reconciliation {
        onlyBank = List.copyOf(onlyBank);
        onlyBook = List.copyOf(onlyBook);
        matched = List.copyOf(matched);
        gaps = List.copyOf(gaps);
    }

    /** The line of that day does not begin with the balance that the one before it ended with. */
    public record Gap(LocalDate before, BigDecimal ended, LocalDate dated, BigDecimal begins) {}

    /** Received by the book, not yet by the bank. */
    public List<BookLine> bookIn() {
        return only(onlyBook, line -> line.amount().signum() > 0);
    }

    /** Paid by the book, not yet by the bank. */
    public List<BookLine> bookOut() {
        return only(onlyBook, line -> line.amount().signum() < 0);
    }

    /** Received by the bank, not yet by the book. */
    public List<BankLine> bankIn() {
        return only(onlyBank, line -> line.left().signum() > 0);
    }

    /** Paid by the bank, not yet by the book. */
    public List<BankLine> bankOut() {
        return only(onlyBank, line -> line.left().signum() < 0);
    }

    /** What the bank would show if it had all; null where it sent nothing. */
    public @Nullable BigDecimal bankAdjusted() {
        return bankBalance == null
                ? null
                : bankBalance.add(sum(onlyBook.stream().map(BookLine::amount)));
    }

    /** What the book would show if it had all. */
    public BigDecimal bookAdjusted() {
        return bookBalance.add(sum(onlyBank.stream().map(BankLine::left)));
    }

    /** What neither side explains: open since before the bank's first line, or missing in what it sent. */
    public BigDecimal unexplained() {
        var adjusted = bankAdjusted();
        return adjusted == null ? BigDecimal.ZERO : adjusted.subtract(bookAdjusted());
    }

    public boolean agrees() {
        return bankBalance != null && unexplained().signum() == 0;
    }

    public static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <T> List<T> only(List<T> lines, Predicate<T> which) {
        return lines.stream().filter(which).toList();
    }
}
