package io.qiangcun.economy.contract.web;

import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.contract.ContractId;
import io.qiangcun.economy.contract.ContractKind;
import io.qiangcun.economy.contract.ContractQueries;
import io.qiangcun.economy.contract.ObjectKind;
import io.qiangcun.economy.contract.PartyKind;
import io.qiangcun.economy.contract.PayTime;
import io.qiangcun.economy.contract.Terms;
import io.qiangcun.economy.contract.WriteContract;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A contract as it is typed. */
record ContractForm(
        String id,
        String version,
        String book,

        @NotBlank(message = "{economy.contract.refused.missing}") @Size(max = 40)
        String number,

        @NotBlank(message = "{economy.contract.refused.missing}") @Size(max = 60)
        String name,

        String kind,
        String partyKind,

        @NotBlank(message = "{economy.contract.refused.missing}") @Size(max = 60)
        String party,

        String objectKind,

        @NotBlank(message = "{economy.contract.refused.missing}") @Size(max = 60)
        String objectName,

        @Size(max = 30) String area,
        String signedOn,
        String from,
        String until,
        @Size(max = 30) String yearly,
        String everyMonths,
        String pay,
        @Size(max = 10) String risePercent,
        @Size(max = 5) String riseYears,
        @Size(max = 30) String deposit,
        @Size(max = 20) String incomeAccount,
        String paidUntil,
        String decision,
        @Size(max = 200) String decisionNote) {

    private static final int YEAR = 12;

    ContractForm {
        id = given(id);
        version = given(version);
        book = given(book);
        number = given(number);
        name = given(name);
        kind = given(kind);
        partyKind = given(partyKind);
        party = given(party);
        objectKind = given(objectKind);
        objectName = given(objectName);
        area = given(area);
        signedOn = given(signedOn);
        from = given(from);
        until = given(until);
        yearly = given(yearly);
        everyMonths = given(everyMonths);
        pay = given(pay);
        risePercent = given(risePercent);
        riseYears = given(riseYears);
        deposit = given(deposit);
        incomeAccount = given(incomeAccount);
        paidUntil = given(paidUntil);
        decision = given(decision);
        decisionNote = given(decisionNote);
    }

    static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static ContractForm empty(BookId book, LocalDate today) {
        return new ContractForm(
                ContractId.next().toString(),
                "",
                book.toString(),
                "",
                "",
                ContractKind.LEASE.name(),
                PartyKind.OUTSIDE.name(),
                "",
                ObjectKind.ARABLE.name(),
                "",
                "",
                today.toString(),
                "",
                "",
                "",
                Integer.toString(YEAR),
                PayTime.AHEAD.name(),
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    static ContractForm of(ContractQueries.View contract) {
        var rises = contract.risePercent().signum() != 0;
        return new ContractForm(
                contract.contractId().toString(),
                Long.toString(contract.version()),
                contract.bookId().toString(),
                contract.number(),
                contract.name(),
                contract.kind().name(),
                contract.partyKind().name(),
                contract.party(),
                contract.objectKind().name(),
                contract.objectName(),
                plain(contract.area()),
                contract.signedOn().toString(),
                contract.fromOn().toString(),
                contract.untilOn().toString(),
                contract.yearly().toPlainString(),
                Integer.toString(contract.everyMonths()),
                contract.pay().name(),
                rises ? plain(contract.risePercent()) : "",
                rises ? Integer.toString(contract.riseYears()) : "",
                contract.deposit().signum() == 0 ? "" : contract.deposit().toPlainString(),
                contract.incomeAccount(),
                contract.paidUntil() == null ? "" : contract.paidUntil().toString(),
                contract.decisionCase() == null ? "" : contract.decisionCase().toString(),
                contract.decisionNote());
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    BookId bookId() {
        return Typed.sent(BookId::valueOf, book);
    }

    /** Empty if something is wrong with what was typed. */
    Optional<WriteContract> toCommand(BindingResult errors) {
        var signed = day("signedOn", signedOn, errors);
        var terms = terms(from, until, errors, new Paying(yearly, everyMonths, pay, risePercent, riseYears));
        var wide = TypedMoney.number("area", area, 4, errors);
        var secured = TypedMoney.money("deposit", deposit, errors);
        var paid = Typed.date("paidUntil", paidUntil, errors);
        if (wide != null && wide.signum() <= 0) {
            errors.rejectValue("area", "economy.contract.refused.nought");
        }
        if (secured != null && secured.signum() < 0) {
            errors.rejectValue("deposit", "economy.contract.refused.negative");
        }
        if (errors.hasErrors() || signed == null || terms == null) {
            return Optional.empty();
        }
        return Optional.of(new WriteContract(
                Typed.sent(ContractId::valueOf, id),
                bookId(),
                number.strip(),
                name.strip(),
                Typed.sent(ContractKind::valueOf, kind),
                Typed.sent(PartyKind::valueOf, partyKind),
                party.strip(),
                Typed.sent(ObjectKind::valueOf, objectKind),
                objectName.strip(),
                wide,
                signed,
                secured == null ? Money.ZERO : secured,
                incomeAccount.isEmpty() ? null : Typed.sent(AccountCode::new, incomeAccount),
                paid,
                decision.isEmpty() ? null : Typed.sent(CaseId::valueOf, decision),
                Typed.text(decisionNote),
                terms));
    }

    /** What is typed of the money. */
    record Paying(String yearly, String everyMonths, String pay, String risePercent, String riseYears) {}

    /** Null if something is wrong with it; that is said at its field. */
    static @Nullable Terms terms(String from, String until, BindingResult errors, Paying paying) {
        var first = day("from", from, errors);
        var last = day("until", until, errors);
        var amount = TypedMoney.money("yearly", paying.yearly(), errors);
        var rise = TypedMoney.number("risePercent", paying.risePercent(), 3, errors);
        var years = Typed.count("riseYears", paying.riseYears(), errors);
        if (amount == null && !errors.hasFieldErrors("yearly")) {
            errors.rejectValue("yearly", "economy.contract.refused.missing");
        }
        if (rise != null && rise.abs().compareTo(BigDecimal.valueOf(90)) > 0) {
            errors.rejectValue("risePercent", "economy.contract.refused.rise");
        }
        if (first == null || last == null || amount == null || errors.hasErrors()) {
            return null;
        }
        var terms = new Terms[1];
        return Submission.succeeds(
                        errors,
                        () -> terms[0] = new Terms(
                                first,
                                last,
                                amount,
                                Typed.sent(Integer::parseInt, paying.everyMonths()),
                                Typed.sent(PayTime::valueOf, paying.pay()),
                                rise == null ? BigDecimal.ZERO : rise,
                                years == null ? 1 : years))
                ? terms[0]
                : null;
    }

    static @Nullable LocalDate day(String field, String text, BindingResult errors) {
        var day = Typed.date(field, text, errors);
        if (day == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.contract.refused.missing");
        }
        return day;
    }
}
