package io.qiangcun.core.account;

import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a post sign in.
 *
 * @param post what others see of it
 * @param holder the natural person who holds it now
 * @param unit the organisation it acts for, where it acts for one
 */
public record OpenAccount(
        PlaceCode place,
        RoleName role,
        String login,
        String post,
        String holder,
        @Nullable UUID unit) {}
