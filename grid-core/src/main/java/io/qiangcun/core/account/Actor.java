package io.qiangcun.core.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: the post and the natural person who holds it now. Both are kept with everything done.
 *
 * @param post what the account is for, as shown to others
 * @param holder the natural person behind it at this moment
 * @param unit the organisation it acts for, where it acts for one
 */
public record Actor(
        @Nullable AccountId account,
        String login,
        String post,
        String holder,
        RoleName role,
        @Nullable UUID unit) {

    /** A job of the application itself. */
    public static Actor system() {
        return new Actor(null, "system", "system", "system", RoleName.ADMINISTRATOR, null);
    }
}
