package io.qiangcun.economy.membership.web;

import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.membership.Contribution;
import io.qiangcun.economy.membership.ContributionKind;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.Join;
import io.qiangcun.economy.membership.MemberKind;
import io.qiangcun.economy.membership.Source;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;

/** Who comes in or leaves, and what he brings, as it is typed. */
record JoinForm(
        String id,
        String kind,
        @Size(max = 20) String household,
        @Size(max = 60) String name,
        String on,
        String brings,
        String source,
        @Size(max = 60) String object,
        @Size(max = 20) String mu,
        @Size(max = 30) String amount,
        @Size(max = 20) String shares,
        @Size(max = 200) String reason) {

    private static final int MU_DECIMALS = 4;

    JoinForm {
        id = given(id);
        kind = given(kind);
        household = given(household);
        name = given(name);
        on = given(on);
        brings = given(brings);
        source = given(source);
        object = given(object);
        mu = given(mu);
        amount = given(amount);
        shares = given(shares);
        reason = given(reason);
    }

    static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static JoinForm empty(LocalDate today) {
        return new JoinForm(
                UUID.randomUUID().toString(),
                MemberKind.HOUSEHOLD.name(),
                "",
                "",
                today.toString(),
                ContributionKind.MONEY.name(),
                Source.OWN.name(),
                "",
                "",
                "",
                "",
                "");
    }

    UUID sentId() {
        return Typed.sent(UUID::fromString, id);
    }

    /** Empty if something is wrong with what was typed. */
    Optional<Join> toCommand(CooperativeId cooperative, BindingResult errors) {
        var sort = Typed.sent(MemberKind::valueOf, kind);
        var day = day("on", on, errors);
        required("name", name, errors);
        if (sort == MemberKind.HOUSEHOLD) {
            required("household", household, errors);
        }
        var nothing = amount.isBlank() && shares.isBlank() && mu.isBlank();
        var brought = nothing ? null : contribution(errors);
        if (errors.hasErrors() || day == null) {
            return Optional.empty();
        }
        return Optional.of(new Join(
                Typed.sent(CoopMemberId::valueOf, id),
                cooperative,
                sort,
                household.strip(),
                name.strip(),
                day,
                brought));
    }

    /** Null if something is wrong with it; that is said at its field. */
    @Nullable
    Contribution contribution(BindingResult errors) {
        return contribution(brings, source, object, mu, amount, shares, errors);
    }

    static @Nullable Contribution contribution(
            String brings,
            String source,
            String object,
            String mu,
            String amount,
            String shares,
            BindingResult errors) {
        var land = TypedMoney.number("mu", mu, MU_DECIMALS, errors);
        var money = TypedMoney.money("amount", amount, errors);
        var count = TypedMoney.number("shares", shares, MU_DECIMALS, errors);
        var made = new Contribution[1];
        Submission.succeeds(
                errors,
                () -> made[0] = new Contribution(
                        Typed.sent(ContributionKind::valueOf, brings),
                        Typed.sent(Source::valueOf, source),
                        object.strip(),
                        land == null ? BigDecimal.ZERO : land,
                        money == null ? Money.ZERO : money,
                        count == null ? BigDecimal.ZERO : count));
        return made[0];
    }

    static @Nullable LocalDate day(String field, String text, Errors errors) {
        var day = Typed.date(field, text, errors);
        if (day == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.membership.refused.missing");
        }
        return day;
    }

    static void required(String field, String text, Errors errors) {
        if (text.isBlank() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.membership.refused.missing");
        }
    }
}
