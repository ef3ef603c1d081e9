package io.qiangcun.grid.number.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.number.GridNumber;
import io.qiangcun.grid.number.GridNumbers.SetNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A county's own number. */
record GridNumberForm(
        String id,

        @NotBlank(message = "{grid.number.missing.amount}") String amount,

        @NotBlank(message = "{grid.number.missing.validFrom}")
        String validFrom,

        @NotBlank(message = "{grid.number.missing.basis}") @Size(max = 300)
        String basis) {

    private static final int MOST = 10_000;

    GridNumberForm(@Nullable String id, @Nullable String amount, @Nullable String validFrom, @Nullable String basis) {
        this.id = Objects.requireNonNullElse(id, "");
        this.amount = Objects.requireNonNullElse(amount, "");
        this.validFrom = Objects.requireNonNullElse(validFrom, "");
        this.basis = Objects.requireNonNullElse(basis, "");
    }

    static GridNumberForm of(GridNumber present) {
        return new GridNumberForm(UUID.randomUUID().toString(), present.inDigits(), "", "");
    }

    Optional<SetNumber> toCommand(String code, BindingResult errors) {
        var number = Typed.count("amount", amount, errors);
        var from = Typed.date("validFrom", validFrom, errors);
        if (number != null && (number < 1 || number > MOST)) {
            errors.rejectValue("amount", "grid.number.refused.range", new Object[] {MOST}, null);
        }
        return errors.hasErrors() || number == null || from == null
                ? Optional.empty()
                : Optional.of(new SetNumber(
                        Typed.sent(UUID::fromString, id), code, BigDecimal.valueOf(number), from, Typed.text(basis)));
    }
}
