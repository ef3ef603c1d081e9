package io.qiangcun.core.account;

import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts to list; null leaves a question open.
 *
 * @param text part of login, post or holder
 * @param place with all that lies in it
 */
public record AccountFilter(
        @Nullable String text,
        @Nullable RoleName role,
        @Nullable AccountState state,
        @Nullable PlaceCode place) {

    public static AccountFilter everything() {
        return new AccountFilter(null, null, null, null);
    }
}
