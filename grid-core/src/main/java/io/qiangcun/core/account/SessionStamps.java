package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells whether a session still knows its account as it is; asks the database again after a few seconds. */
@Component
public class SessionStamps {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SignedInAccounts accounts;
    private final Clock clock;
    private final Map<AccountId, Stamp> known = new ConcurrentHashMap<>();

    SessionStamps(SignedInAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public boolean isCurrent(SignedInAccount account) {
        var id = account.actor().account();
        return id != null && stampOf(id).equals(Optional.of(account.stamp()));
    }

    private Optional<Integer> stampOf(AccountId id) {
        var now = clock.instant();
        var stamp = known.get(id);
        if (stamp == null || stamp.readAt().plus(FRESH).isBefore(now)) {
            stamp = new Stamp(read(id), now);
            known.put(id, stamp);
        }
        return stamp.value();
    }

    private Optional<Integer> read(AccountId id) {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            return accounts.findStamp(id);
        }
    }

    @TransactionalEventListener
    void forget(OneTimePasswordIssued event) {
        known.remove(event.account());
    }

    @TransactionalEventListener
    void forget(PasswordChanged event) {
        known.remove(event.account());
    }

    @TransactionalEventListener
    void forget(AccountSuspended event) {
        known.remove(event.account());
    }

    @TransactionalEventListener
    void forget(AccountReopened event) {
        known.remove(event.account());
    }

    private record Stamp(Optional<Integer> value, Instant readAt) {}
}
