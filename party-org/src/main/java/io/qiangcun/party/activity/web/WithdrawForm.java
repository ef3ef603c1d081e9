package io.qiangcun.party.activity.web;

import io.qiangcun.core.web.Typed;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a record is withdrawn. */
record WithdrawForm(String version, @Size(max = 500) String reason) {

    WithdrawForm {
        version = given(version);
        reason = given(reason);
    }

    long versionNumber() {
        return Typed.sent(Long::parseLong, version);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
