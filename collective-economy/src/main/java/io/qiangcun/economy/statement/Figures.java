package io.qiangcun.economy.statement;

import java.math.BigDecimal;

/**
 * What formulas ask of the ledger. An account stands for all that lies below it; amounts are yuan, debit positive unless it is
 * said otherwise.
 */
interface Figures {

    /** What stands on the account at the end: debits less credits. */
    BigDecimal balance(String account);

    /** The sum of the details that stand in debit (113 内部往来: what members owe). */
    BigDecimal debitDetails(String account);

    /** The sum of the details that stand in credit, as a positive amount. */
    BigDecimal creditDetails(String account);

    /** Debits less credits of the time asked about, without what closing a year clears. */
    BigDecimal turnover(String account);

    /** Debits of the time asked about, red ones taken off, without what closing a year clears. */
    BigDecimal debits(String account);

    /** Credits, likewise. */
    BigDecimal credits(String account);

    /** What went from the one to the other in one voucher: debited there, credited here. */
    BigDecimal moved(String debited, String credited);

    /** What stood on the account when the year began: debits less credits. */
    BigDecimal opening(String account);
}
