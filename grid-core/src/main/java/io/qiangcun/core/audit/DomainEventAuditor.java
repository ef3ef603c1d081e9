package io.qiangcun.core.audit;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes down every domain event in the transaction it belongs to: no change without an entry, no entry without one. */
@Service
@Transactional
class DomainEventAuditor {

    private static final String REQUEST = "request";

    private final JdbcClient database;
    private final CurrentAccount current;
    private final AuditPayload payload;
    private final Clock clock;

    DomainEventAuditor(JdbcClient database, CurrentAccount current, AuditPayload payload, Clock clock) {
        this.database = database;
        this.current = current;
        this.payload = payload;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    public void write(DomainEvent event) {
        var actor = current.actor();
        var account = actor.account();
        // the topmost place stands in for events that belong to none
        database.sql("""
            insert into audit_entry
              (happened_at, account_id, login, post, holder, place_code, type, subject, payload, request)
            select :at, :account, :login, :post, :holder, at_place.code, :type, :subject, cast(:payload as jsonb), :request
            from (select coalesce(:place, (
                    select place_code from place order by length(place_code), place_code limit 1)) as code) at_place
            where at_place.code is not null
            """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account == null ? null : account.value(), Types.OTHER)
                .param("login", actor.login())
                .param("post", actor.post())
                .param("holder", actor.holder())
                .param("place", placeOf(event), Types.VARCHAR)
                .param("type", AuditEventType.of(event.getClass()))
                .param("subject", payload.subjectOf((Record) event))
                .param("payload", payload.of((Record) event))
                .param("request", MDC.get(REQUEST), Types.VARCHAR)
                .update();
    }

    private @Nullable String placeOf(DomainEvent event) {
        if (event instanceof PlaceBound bound) {
            return bound.placeCode().value();
        }
        return current.actor().account() == null ? null : current.jurisdiction().lo();
    }
}
