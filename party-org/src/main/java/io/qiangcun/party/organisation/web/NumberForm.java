package io.qiangcun.party.organisation.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.organisation.PartyNumber;
import io.qiangcun.party.organisation.PartyNumbers.SetNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A county's own number. */
record NumberForm(
        String id,

        @NotBlank(message = "{party.number.missing.amount}") String amount,

        @NotBlank(message = "{party.number.missing.validFrom}")
        String validFrom,

        @NotBlank(message = "{party.number.missing.basis}") @Size(max = 300)
        String basis) {

    NumberForm(@Nullable String id, @Nullable String amount, @Nullable String validFrom, @Nullable String basis) {
        this.id = Objects.requireNonNullElse(id, "");
        this.amount = Objects.requireNonNullElse(amount, "");
        this.validFrom = Objects.requireNonNullElse(validFrom, "");
        this.basis = Objects.requireNonNullElse(basis, "");
    }

    static NumberForm of(PartyNumber present) {
        return new NumberForm(UUID.randomUUID().toString(), present.inDigits(), "", "");
    }

    Optional<SetNumber> toCommand(String code, BindingResult errors) {
        var number = Typed.count("amount", amount, errors);
        var from = Typed.date("validFrom", validFrom, errors);
        return errors.hasErrors() || number == null || from == null
                ? Optional.empty()
                : Optional.of(new SetNumber(
                        Typed.sent(UUID::fromString, id), code, BigDecimal.valueOf(number), from, Typed.text(basis)));
    }
}
