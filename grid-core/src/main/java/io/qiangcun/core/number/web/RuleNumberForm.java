package io.qiangcun.core.number.web;

import io.qiangcun.core.number.RuleNumber;
import io.qiangcun.core.number.RuleNumbers.SetNumber;
import io.qiangcun.core.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A county's own number. */
record RuleNumberForm(
        String id,

        @NotBlank(message = "{core.number.missing.amount}") String amount,

        @NotBlank(message = "{core.number.missing.validFrom}")
        String validFrom,

        @NotBlank(message = "{core.number.missing.basis}") @Size(max = 300)
        String basis) {

    private static final int MOST = 10_000;

    RuleNumberForm(@Nullable String id, @Nullable String amount, @Nullable String validFrom, @Nullable String basis) {
        this.id = Objects.requireNonNullElse(id, "");
        this.amount = Objects.requireNonNullElse(amount, "");
        this.validFrom = Objects.requireNonNullElse(validFrom, "");
        this.basis = Objects.requireNonNullElse(basis, "");
    }

    static RuleNumberForm of(RuleNumber present) {
        return new RuleNumberForm(UUID.randomUUID().toString(), present.inDigits(), "", "");
    }

    Optional<SetNumber> toCommand(String code, BindingResult errors) {
        var number = Typed.count("amount", amount, errors);
        var from = Typed.date("validFrom", validFrom, errors);
        if (number != null && number > MOST) {
            errors.rejectValue("amount", "core.number.refused.most", new Object[] {MOST}, null);
        }
        return errors.hasErrors() || number == null || from == null
                ? Optional.empty()
                : Optional.of(new SetNumber(
                        Typed.sent(UUID::fromString, id), code, BigDecimal.valueOf(number), from, Typed.text(basis)));
    }
}
