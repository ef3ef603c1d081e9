package io.qiangcun.core.account;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Too many failures: the password is not even looked at. */
public class SignInLockedOut extends LockedException {

    private final Duration left;

    SignInLockedOut(Duration left) {
        super("Locked for " + left);
        this.left = left;
    }

    /** Whole minutes to wait, at least one. */
    public long minutes() {
        return minutes(left);
    }

    static long minutes(Duration left) {
        return Math.max(1, left.plusSeconds(59).toMinutes());
    }
}
