package io.qiangcun.core.account;

import io.qiangcun.core.account.SignInFailed.Reason;
import io.qiangcun.core.domain.Sha256;
import io.qiangcun.core.place.PlaceCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts failed sign-ins and closes a login after too many. Counts known and unknown logins alike, under a digest: now
 * and then somebody types his password into the wrong field.
 */
@Service
@Transactional
class SignInAttempts {

    private static final Duration MEMORY = Duration.ofDays(1);

    private final JdbcClient database;
    private final SignInProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInAttempts(JdbcClient database, SignInProperties properties, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Counts the attempt as failed before the password is checked, so that many at once gain nothing.
     *
     * @return how long the login is closed, if it is
     */
    Optional<Duration> begin(String login) {
        var now = clock.instant();
        forgetBefore(now.minus(MEMORY));
        var attempt = count(login, now);
        if (attempt.lockedUntil() != null && attempt.lockedUntil().isAfter(now)) {
            return Optional.of(Duration.between(now, attempt.lockedUntil()));
        }
        // the others of the same moment are still being checked
        return attempt.failures() > properties.failures() ? Optional.of(properties.lock()) : Optional.empty();
    }

    /** The attempt was not judged after all. */
    void withdraw(String login) {
        database.sql("update sign_in_attempt set failures = greatest(failures - 1, 0) where login_digest = :digest")
                .param("digest", digest(login))
                .update();
    }

    void succeeded(String login) {
        forget(login);
    }

    void failed(String login, Reason reason) {
        fail(login, reason);
        var attempt = find(login);
        if (attempt.failures() >= properties.failures()) {
            var until = clock.instant().plus(lockAfter(attempt.lockouts()));
            lock(login, until);
            published(login)
                    .ifPresent(known -> events.publishEvent(new SignInLocked(known.place(), known.login(), until)));
        }
    }

    /** The password was right, but the account does not sign in. */
    void refused(String login, Reason reason) {
        forget(login);
        fail(login, reason);
    }

    boolean forget(String login) {
        return database.sql("delete from sign_in_attempt where login_digest = :digest")
                        .param("digest", digest(login))
                        .update()
                > 0;
    }

    private void fail(String login, Reason reason) {
        published(login)
                .ifPresent(known -> events.publishEvent(new SignInFailed(
                        known.place(), known.login(), known.exists() ? reason : Reason.UNKNOWN_LOGIN)));
    }

    private Duration lockAfter(int lockouts) {
        var lock = properties.lock().multipliedBy(1L << Math.min(lockouts, 10));
        return lock.compareTo(properties.longestLock()) > 0 ? properties.longestLock() : lock;
    }

    private Attempt count(String login, Instant now) {
        return database.sql("""
            insert into sign_in_attempt as a (login_digest, failures, lockouts, last_tried_at)
            values (:digest, 1, 0, :now)
            on conflict (login_digest) do update set
              failures = case when a.locked_until > :now then a.failures else a.failures + 1 end,
              last_tried_at = :now
            returning failures, lockouts, locked_until
            """)
                .param("digest", digest(login))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Attempt.class)
                .single();
    }

    private Attempt find(String login) {
        return database.sql("select failures, lockouts, locked_until from sign_in_attempt where login_digest = :digest")
                .param("digest", digest(login))
                .query(Attempt.class)
                .optional()
                .orElse(new Attempt(0, 0, null));
    }

    private void lock(String login, Instant until) {
        database.sql("""
            update sign_in_attempt set failures = 0, lockouts = lockouts + 1, locked_until = :until
            where login_digest = :digest
            """)
                .param("digest", digest(login))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void forgetBefore(Instant when) {
        database.sql("delete from sign_in_attempt where last_tried_at < :when")
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What may be written down about a login: all of it if it is one, its beginning otherwise. */
    private Optional<KnownLogin> published(String login) {
        return database.sql("""
            select coalesce(account.place_code, root.place_code) as place, account.login is not null as exists
            from (select place_code from place order by length(place_code), place_code limit 1) root
            left join account on account.login = :login
            """)
                .param("login", login)
                .query((row, index) -> new KnownLogin(
                        new PlaceCode(row.getString("place")),
                        row.getBoolean("exists") ? login : abbreviated(login),
                        row.getBoolean("exists")))
                .optional();
    }

    private static String abbreviated(String login) {
        return login.substring(0, Math.min(3, login.length())) + "…";
    }

    static String digest(String login) {
        return Sha256.hex(login);
    }

    record Attempt(int failures, int lockouts, @Nullable Instant lockedUntil) {}

    private record KnownLogin(PlaceCode place, String login, boolean exists) {}
}
