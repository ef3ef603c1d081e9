package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignInProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How many sign-ins an address may try: a bucket of attempts that fills again while nobody tries. Generous, because a
 * whole village may share one address; the lock of each login stands behind it.
 */
@Component
class AddressLimit {

    /** Those not heard of for longest are forgotten first. */
    private static final int ADDRESSES_REMEMBERED = 10_000;

    private final Duration perAttempt;
    private final int most;
    private final Clock clock;
    private final Map<String, Instant> emptyUntil = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > ADDRESSES_REMEMBERED;
        }
    };

    AddressLimit(SignInProperties properties, Clock clock) {
        this.most = properties.addressAttempts();
        this.perAttempt = properties.addressWindow().dividedBy(most);
        this.clock = clock;
    }

    /**
     * Takes an attempt, if there is one.
     *
     * @return how long to wait for the next, if there is none
     */
    synchronized Optional<Duration> take(String address) {
        var now = clock.instant();
        var full = now.plus(perAttempt.multipliedBy(most));
        var known = emptyUntil.getOrDefault(address, now);
        // later than a full bucket allows, the clock was set back meanwhile
        var next = (known.isBefore(now) || known.isAfter(full) ? now : known).plus(perAttempt);
        var wait = Duration.between(full, next);
        if (wait.compareTo(Duration.ZERO) > 0) {
            return Optional.of(wait);
        }
        emptyUntil.put(address, next);
        return Optional.empty();
    }
}
