package io.qiangcun.economy.dividend.web;

import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.dividend.BenefitRule;
import io.qiangcun.economy.dividend.DividendId;
import io.qiangcun.economy.dividend.DividendQueries;
import io.qiangcun.economy.dividend.DraftDividend;
import io.qiangcun.economy.dividend.Guarantee;
import io.qiangcun.economy.dividend.RemainderBy;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What is distributed, as it is typed. */
record DividendForm(
        String id,
        String version,
        @Size(max = 6) String year,
        @Size(max = 30) String surplus,
        @Size(max = 10) String reservePercent,
        @Size(max = 200) String basis,
        @Size(max = 10) String returnPercent,
        String by,
        @Size(max = 30) String base,
        @Size(max = 10) String membersPercent,
        @Size(max = 10) String collectivePercent,
        @Size(max = 10) String managersPercent,
        String guarantee,
        @Size(max = 30) String guaranteed) {

    private static final int DECIMALS = 3;

    DividendForm {
        id = given(id);
        version = given(version);
        year = given(year);
        surplus = given(surplus);
        reservePercent = given(reservePercent);
        basis = given(basis);
        returnPercent = given(returnPercent);
        by = given(by);
        base = given(base);
        membersPercent = given(membersPercent);
        collectivePercent = given(collectivePercent);
        managersPercent = given(managersPercent);
        guarantee = given(guarantee);
        guaranteed = given(guaranteed);
    }

    static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static DividendForm empty(int year, BigDecimal returnPercent) {
        return new DividendForm(
                DividendId.next().toString(),
                "",
                Integer.toString(year),
                "",
                "",
                "",
                plain(returnPercent),
                RemainderBy.ACCOUNT.name(),
                "",
                "100",
                "",
                "",
                Guarantee.NONE.name(),
                "");
    }

    static DividendForm of(DividendQueries.View one) {
        return new DividendForm(
                one.dividendId().toString(),
                Long.toString(one.version()),
                Integer.toString(one.year()),
                one.earned().toPlainString(),
                one.reservePercent().signum() == 0 ? "" : plain(one.reservePercent()),
                one.fromBook() ? "" : one.surplusBasis(),
                plain(one.returnPercent()),
                one.remainderBy().name(),
                one.baseAmount().signum() == 0 ? "" : one.baseAmount().toPlainString(),
                plain(one.membersPercent()),
                plain(one.collectivePercent()),
                plain(one.managersPercent()),
                one.guarantee().name(),
                one.guaranteeAmount().signum() == 0 ? "" : one.guaranteeAmount().toPlainString());
    }

    /** A new one that goes by the rule of the last. */
    static DividendForm like(DividendQueries.View last, int year, BigDecimal returnPercent) {
        var same = of(last);
        return new DividendForm(
                DividendId.next().toString(),
                "",
                Integer.toString(year),
                "",
                same.reservePercent,
                "",
                plain(returnPercent),
                same.by,
                same.base,
                same.membersPercent,
                same.collectivePercent,
                same.managersPercent,
                same.guarantee,
                same.guaranteed);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    @Nullable
    Long stand() {
        return version.isEmpty() ? null : Typed.sent(Long::parseLong, version);
    }

    /** Empty if something is wrong with what was typed. */
    Optional<DraftDividend> toCommand(CooperativeId cooperative, BindingResult errors) {
        var of = Typed.count("year", year, errors);
        var sum = TypedMoney.money("surplus", surplus, errors);
        var kept = TypedMoney.number("reservePercent", reservePercent, DECIMALS, errors);
        var back = TypedMoney.number("returnPercent", returnPercent, DECIMALS, errors);
        var first = TypedMoney.money("base", base, errors);
        var members = TypedMoney.number("membersPercent", membersPercent, DECIMALS, errors);
        var collective = TypedMoney.number("collectivePercent", collectivePercent, DECIMALS, errors);
        var managers = TypedMoney.number("managersPercent", managersPercent, DECIMALS, errors);
        var each = TypedMoney.money("guaranteed", guaranteed, errors);
        if (of == null && !errors.hasFieldErrors("year")) {
            errors.rejectValue("year", "economy.dividend.refused.missing");
        }
        var rule = new BenefitRule[1];
        if (of == null
                || !Submission.succeeds(
                        errors,
                        () -> rule[0] = new BenefitRule(
                                number(back),
                                Typed.sent(RemainderBy::valueOf, by),
                                first == null ? Money.ZERO : first,
                                number(members),
                                number(collective),
                                number(managers),
                                Typed.sent(Guarantee::valueOf, guarantee),
                                each == null ? Money.ZERO : each))) {
            return Optional.empty();
        }
        return Optional.of(new DraftDividend(
                Typed.sent(DividendId::valueOf, id), cooperative, of, sum, number(kept), Typed.text(basis), rule[0]));
    }

    private static BigDecimal number(@Nullable BigDecimal typed) {
        return typed == null ? BigDecimal.ZERO : typed;
    }
}
