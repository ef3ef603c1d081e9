package io.qiangcun.core.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account with everybody who has held it, the present holder first.
 *
 * @param passwordExpiresAt when the one-time password loses its force, while there is one
 */
public record AccountView(
        AccountRow row, long version, @Nullable Instant passwordExpiresAt, List<Holding> holdings) {

    public AccountView {
        holdings = List.copyOf(holdings);
    }

    /** One person's time in the post. */
    public record Holding(
            String name, Instant from, @Nullable Instant until) {}
}
