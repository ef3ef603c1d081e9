package io.qiangcun.core.account.web;

import io.qiangcun.core.account.ChangePassword;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The present password and the next one, twice; never shown again and never logged. */
record PasswordForm(
        @Nullable String currentPassword,
        @Nullable String newPassword,
        @Nullable String repeatedPassword) {

    static PasswordForm empty() {
        return new PasswordForm(null, null, null);
    }

    boolean isRepeated() {
        return said(newPassword).equals(said(repeatedPassword));
    }

    ChangePassword toCommand() {
        return new ChangePassword(said(currentPassword), said(newPassword));
    }

    private static String said(@Nullable String password) {
        return Objects.requireNonNullElse(password, "");
    }

    @Override
    public String toString() {
        return "PasswordForm";
    }
}
