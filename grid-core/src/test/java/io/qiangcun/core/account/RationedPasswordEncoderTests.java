package io.qiangcun.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RationedPasswordEncoderTests {

    private final CountDownLatch busy = new CountDownLatch(2);
    private final CountDownLatch release = new CountDownLatch(1);
    private final PasswordEncoder encoder = new RationedPasswordEncoder(new Slow(), 2, Duration.ofMillis(50));

    @Test
    void turnsTheThirdAwayWhileTwoAreAtWork() throws InterruptedException {
        var first = CompletableFuture.runAsync(() -> encoder.encode("one"));
        var second = CompletableFuture.runAsync(() -> encoder.matches("two", "two"));
        busy.await();

        assertThatExceptionOfType(SignInBusy.class).isThrownBy(() -> encoder.encode("three"));

        release.countDown();
        CompletableFuture.allOf(first, second).join();
        assertThat(encoder.encode("three")).isEqualTo("three");
    }

    private final class Slow implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence plain) {
            busy.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return String.valueOf(plain);
        }

        @Override
        public boolean matches(@Nullable CharSequence plain, @Nullable String encoded) {
            return String.valueOf(encode(plain)).equals(encoded);
        }
    }
}
