package io.qiangcun.economy.distribution.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.distribution.DistributionId;
import io.qiangcun.economy.distribution.Distributions.Propose;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.springframework.validation.BindingResult;

/** What is to be done with the result of a year, as it is typed. */
record DistributionForm(
        String id,
        String year,
        String covered,

        @NotBlank(message = "{economy.distribution.missing.percent}")
        String percent,

        String members,
        String others,
        @Size(max = 60) String othersTo,

        @NotBlank(message = "{economy.distribution.missing.shownOn}")
        String shownOn,

        @Size(max = 500) String remarks) {

    private static final BigDecimal ALL = new BigDecimal(100);

    DistributionForm {
        id = Objects.requireNonNullElse(id, "");
        year = Objects.requireNonNullElse(year, "");
        covered = Objects.requireNonNullElse(covered, "");
        percent = Objects.requireNonNullElse(percent, "");
        members = Objects.requireNonNullElse(members, "");
        others = Objects.requireNonNullElse(others, "");
        othersTo = Objects.requireNonNullElse(othersTo, "");
        shownOn = Objects.requireNonNullElse(shownOn, "");
        remarks = Objects.requireNonNullElse(remarks, "");
    }

    int number() {
        return Typed.sent(Integer::parseInt, year);
    }

    Optional<Propose> toCommand(BookId book, BindingResult errors) {
        var share = TypedMoney.number("percent", percent, 2, errors);
        var on = Typed.date("shownOn", shownOn, errors);
        var reserve = amount("covered", covered, errors);
        var handed = amount("members", members, errors);
        var given = amount("others", others, errors);
        if (share != null && (share.signum() < 0 || share.compareTo(ALL) > 0)) {
            errors.rejectValue("percent", "economy.distribution.refused.percent");
        }
        return errors.hasErrors() || share == null || on == null
                ? Optional.empty()
                : Optional.of(new Propose(
                        Typed.sent(DistributionId::valueOf, id),
                        book,
                        number(),
                        reserve,
                        share,
                        handed,
                        given,
                        othersTo.strip(),
                        on,
                        Typed.text(remarks)));
    }

    /** Nothing typed is nought. */
    private static Money amount(String field, String text, BindingResult errors) {
        var amount = TypedMoney.money(field, text, errors);
        if (amount == null) {
            return Money.ZERO;
        }
        if (amount.signum() < 0) {
            errors.rejectValue(field, "economy.distribution.refused.negative");
        }
        return amount;
    }
}
