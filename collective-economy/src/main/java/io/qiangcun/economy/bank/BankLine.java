package io.qiangcun.economy.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of a bank's statement.
 *
 * @param amount came in; negative: went out
 * @param left of it nothing in the books stands for; nought if all is matched
 */
public record BankLine(
        UUID lineId,
        LocalDate dated,
        BigDecimal amount,
        BigDecimal balance,
        String counterparty,
        String words,
        String reference,
        BigDecimal left) {}
