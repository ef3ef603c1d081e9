package io.qiangcun.grid.shop.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.shop.ShelfService.Redeem;
import io.qiangcun.grid.shop.ShopService.EnterFact;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The forms of the points shop, as they are typed. */
final class ShopForms {

    private ShopForms() {}

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static @Nullable LocalDate day(String text, BindingResult errors) {
        var day = Typed.date("on", text, errors);
        if (day == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "grid.shop.refused.no-day");
        }
        return day;
    }

    private static void require(String field, String text, BindingResult errors, String key) {
        if (text.isBlank()) {
            errors.rejectValue(field, "grid.shop.refused." + key);
        }
    }

    /** A whole number of at least one, or else said at the field. */
    static @Nullable Integer number(String field, String text, BindingResult errors) {
        var number = Typed.count(field, text, errors);
        if ((number == null || number < 1) && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "grid.shop.refused.no-quantity");
        }
        return number;
    }

    /** What a household did. */
    record FactForm(
            String id,
            String household,
            String rule,
            String on,
            @Size(max = 300) String fact,
            @Size(max = 300) String evidence) {

        FactForm {
            id = given(id);
            household = given(household);
            rule = given(rule);
            on = given(on);
            fact = given(fact);
            evidence = given(evidence);
        }

        static FactForm empty(LocalDate today) {
            return new FactForm(UUID.randomUUID().toString(), "", "", today.toString(), "", "");
        }

        Optional<EnterFact> toCommand(PlaceCode place, BindingResult errors) {
            var day = day(on, errors);
            require("household", household, errors, "no-household");
            require("rule", rule, errors, "no-rule");
            require("fact", fact, errors, "no-content");
            return day == null || errors.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new EnterFact(
                            Typed.sent(UUID::fromString, id),
                            place,
                            Typed.sent(UUID::fromString, household),
                            rule,
                            day,
                            Typed.text(fact),
                            Typed.text(evidence)));
        }
    }

    /** What happens next to a fact: only the fields of one act are filled in. */
    record ActForm(
            String id,
            @Size(max = 300) String note,
            @Size(max = 60) String raisedBy,
            @Size(max = 300) String content,
            @Size(max = 300) String answer,
            @Size(max = 300) String reason) {

        ActForm {
            id = given(id);
            note = given(note);
            raisedBy = given(raisedBy);
            content = given(content);
            answer = given(answer);
            reason = given(reason);
        }

        static ActForm empty() {
            return new ActForm(UUID.randomUUID().toString(), "", "", "", "", "");
        }
    }

    /** Goods for points. */
    record RedeemForm(
            String id,
            String household,
            String good,
            String quantity,
            String on,
            @Size(max = 60) String takenBy) {

        RedeemForm {
            id = given(id);
            household = given(household);
            good = given(good);
            quantity = given(quantity);
            on = given(on);
            takenBy = given(takenBy);
        }

        static RedeemForm empty(LocalDate today) {
            return new RedeemForm(UUID.randomUUID().toString(), "", "", "1", today.toString(), "");
        }

        Optional<Redeem> toCommand(PlaceCode place, BindingResult errors) {
            var day = day(on, errors);
            var wanted = number("quantity", quantity, errors);
            require("household", household, errors, "no-household");
            require("good", good, errors, "no-good");
            require("takenBy", takenBy, errors, "no-content");
            return day == null || wanted == null || errors.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new Redeem(
                            Typed.sent(UUID::fromString, id),
                            place,
                            Typed.sent(UUID::fromString, household),
                            Typed.sent(UUID::fromString, good),
                            wanted,
                            day,
                            Typed.text(takenBy)));
        }
    }

    /** A good that is new, or goods that come and go. */
    record GoodForm(
            String id,
            @Size(max = 60) String name,
            @Size(max = 10) String unit,
            String price,
            String quantity,
            String on,
            @Size(max = 200) String note,
            @Nullable Boolean lost,
            @Nullable Boolean withdrawn) {

        GoodForm {
            id = given(id);
            name = given(name);
            unit = given(unit);
            price = given(price);
            quantity = given(quantity);
            on = given(on);
            note = given(note);
        }

        boolean isLost() {
            return Boolean.TRUE.equals(lost);
        }

        boolean isWithdrawn() {
            return Boolean.TRUE.equals(withdrawn);
        }

        static GoodForm empty(LocalDate today) {
            return new GoodForm(UUID.randomUUID().toString(), "", "", "", "", today.toString(), "", false, false);
        }

        GoodForm priced(int now, boolean gone) {
            return new GoodForm(id, name, unit, String.valueOf(now), quantity, on, note, lost, gone);
        }

        @Nullable
        LocalDate day(BindingResult errors) {
            return ShopForms.day(on, errors);
        }
    }

    /** What a county gives points for from today on. */
    record RuleForm(
            String code,
            String amount,
            @Nullable Boolean inForce,
            @Size(max = 200) String basis) {

        RuleForm {
            code = given(code);
            amount = given(amount);
            basis = given(basis);
        }

        boolean isInForce() {
            return Boolean.TRUE.equals(inForce);
        }
    }
}
