package io.qiangcun.economy.contract;

import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says.
 *
 * @param incomeAccount where its income goes; null for the account the regulation names
 * @param paidUntil up to when it was paid before the application kept it
 * @param decisionCase the case in which it was decided, if it was decided in the application
 * @param decisionNote where the minutes are, if it was not
 */
public record WriteContract(
        ContractId id,
        BookId book,
        String number,
        String name,
        ContractKind kind,
        PartyKind partyKind,
        String party,
        ObjectKind objectKind,
        String objectName,
        @Nullable BigDecimal area,
        LocalDate signedOn,
        Money deposit,
        @Nullable AccountCode incomeAccount,
        @Nullable LocalDate paidUntil,
        @Nullable CaseId decisionCase,
        String decisionNote,
        Terms terms) {}
