package io.qiangcun.core.account.web;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.OpenAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What it takes to open an account. */
record AccountForm(
        AccountId id,
        PlaceCode place,

        @NotNull(message = "{core.account.role.missing}") @Nullable
        RoleName role,

        @Nullable UUID unit,

        @NotBlank(message = "{core.account.post.missing}")
        @Size(max = 60, message = "{core.account.post.long}")
        @Nullable
        String post,

        @NotBlank(message = "{core.account.holder.missing}")
        @Size(max = 30, message = "{core.account.holder.long}")
        @Nullable
        String holder,

        @Pattern(regexp = "\\s*[a-zA-Z0-9][a-zA-Z0-9._-]{2,39}\\s*", message = "{core.account.login.pattern}")
        @NotBlank(message = "{core.account.login.pattern}")
        @Nullable
        String login) {

    AccountForm {
        id = Objects.requireNonNullElseGet(id, AccountId::next);
    }

    /** Proposes what most posts of the place are called. */
    static AccountForm at(PlaceCode place, RoleName role, @Nullable UUID unit) {
        return new AccountForm(
                AccountId.next(), place, role, unit, null, null, role.name().toLowerCase(Locale.ROOT) + "-" + place);
    }

    OpenAccount toCommand() {
        return new OpenAccount(
                Objects.requireNonNull(place),
                Objects.requireNonNull(role),
                said(login).toLowerCase(Locale.ROOT),
                said(post),
                said(holder),
                unit);
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNull(text).strip();
    }
}
