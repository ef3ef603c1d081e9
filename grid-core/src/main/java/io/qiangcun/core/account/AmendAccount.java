package io.qiangcun.core.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says anew what an account is for, as decided on this version of it. */
public record AmendAccount(
        AccountId account,
        long version,
        String post,
        @Nullable UUID unit) {}
