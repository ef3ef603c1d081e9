package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.calendar.Pace;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.gridevent.CountyLimits.SetLimit;
import io.qiangcun.grid.gridevent.Level;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A county's own limit. */
record LimitForm(
        String id,
        String kind,

        @NotBlank(message = "{grid.limit.missing.level}") String level,

        @NotBlank(message = "{grid.limit.missing.amount}") String amount,

        @NotBlank(message = "{grid.limit.missing.pace}") String pace,

        @NotBlank(message = "{grid.limit.missing.validFrom}")
        String validFrom,

        @NotBlank(message = "{grid.limit.missing.basis}") @Size(max = 300)
        String basis) {

    private static final int MOST = 1000;

    LimitForm(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String level,
            @Nullable String amount,
            @Nullable String pace,
            @Nullable String validFrom,
            @Nullable String basis) {
        this.id = Objects.requireNonNullElse(id, "");
        this.kind = Objects.requireNonNullElse(kind, "");
        this.level = Objects.requireNonNullElse(level, "");
        this.amount = Objects.requireNonNullElse(amount, "");
        this.pace = Objects.requireNonNullElse(pace, "");
        this.validFrom = Objects.requireNonNullElse(validFrom, "");
        this.basis = Objects.requireNonNullElse(basis, "");
    }

    static LimitForm about(String kind) {
        return new LimitForm(UUID.randomUUID().toString(), kind, "", "", "", "", "");
    }

    /** @param group all kinds, or one of the first level with those below it */
    Optional<SetLimit> toCommand(String group, BindingResult errors) {
        var number = Typed.count("amount", amount, errors);
        var from = Typed.date("validFrom", validFrom, errors);
        if (number != null && (number < 1 || number > MOST)) {
            errors.rejectValue("amount", "grid.limit.out-of-range", new Object[] {MOST}, null);
        }
        if (!kind.startsWith(group) || group.isEmpty() && !kind.isEmpty()) {
            errors.rejectValue("kind", "grid.event.refused.no-such-kind");
        }
        return errors.hasErrors() || number == null || from == null
                ? Optional.empty()
                : Optional.of(new SetLimit(
                        Typed.sent(UUID::fromString, id),
                        Typed.sent(Level::valueOf, level),
                        kind,
                        number,
                        Typed.sent(Pace::valueOf, pace),
                        from,
                        Typed.text(basis)));
    }
}
