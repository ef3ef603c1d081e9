package io.qiangcun.core.account;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Lets only so many passwords be hashed at a time, so that a flood of sign-ins cannot take every core. */
class RationedPasswordEncoder implements PasswordEncoder {

    private final PasswordEncoder encoder;
    private final Semaphore turns;
    private final Duration wait;

    RationedPasswordEncoder(PasswordEncoder encoder, int turns, Duration wait) {
        this.encoder = encoder;
        this.turns = new Semaphore(turns, true);
        this.wait = wait;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence plain) {
        return inTurn(() -> encoder.encode(plain));
    }

    @Override
    public boolean matches(@Nullable CharSequence plain, @Nullable String encoded) {
        return Boolean.TRUE.equals(inTurn(() -> encoder.matches(plain, encoded)));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        awaitTurn();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SignInBusy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SignInBusy();
        }
    }
}
