package io.qiangcun.economy.statement;

import java.math.BigDecimal;

/**
 * What an account of one book, or of many taken together, held and moved. Debit positive.
 *
 * @param opening when the year began
 * @param ended at the end of the time asked about
 * @param owed what its details stand in debit, each book's for itself
 * @param owing what they stand in credit, as a positive amount
 * @param debits of the time asked about, without closing vouchers
 * @param credits likewise
 */
record AccountSum(
        String account,
        BigDecimal opening,
        BigDecimal ended,
        BigDecimal owed,
        BigDecimal owing,
        BigDecimal debits,
        BigDecimal credits) {}
