package io.qiangcun.core.account.web;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.AccountView;
import io.qiangcun.core.account.AmendAccount;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an account is for. */
record AmendForm(
        long version,

        @NotBlank(message = "{core.account.post.missing}")
        @Size(max = 60, message = "{core.account.post.long}")
        @Nullable
        String post,

        @Nullable UUID unit) {

    static AmendForm of(AccountView account) {
        return new AmendForm(
                account.version(), account.row().post(), account.row().unit());
    }

    AmendForm basedOn(AccountView current) {
        return new AmendForm(current.version(), post, unit);
    }

    AmendAccount toCommand(AccountId account) {
        return new AmendAccount(account, version, saidPost(), unit);
    }

    String saidPost() {
        return Objects.requireNonNullElse(post, "").strip();
    }
}
