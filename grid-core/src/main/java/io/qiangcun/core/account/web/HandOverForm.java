package io.qiangcun.core.account.web;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.HandOver;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who holds the post from now on. */
record HandOverForm(
        long version,

        @NotBlank(message = "{core.account.holder.missing}")
        @Size(max = 30, message = "{core.account.holder.long}")
        @Nullable
        String holder) {

    HandOver toCommand(AccountId account) {
        return new HandOver(account, version, Objects.requireNonNull(holder).strip());
    }
}
