package io.qiangcun.services.request;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.services.ServicesAuthorities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is over, for those who ask afterwards how it was and did not deal with it. */
@Service
@Transactional(readOnly = true)
public class ClosedRequests {

    private final JdbcClient database;
    private final RequestBook book;
    private final ApplicationEventPublisher events;

    ClosedRequests(JdbcClient database, RequestBook book, ApplicationEventPublisher events) {
        this.database = database;
        this.book = book;
        this.events = events;
    }

    /**
     * What the record says of one.
     *
     * @param title the service, or the first words of what was said
     * @param outcome null if it was not accepted
     * @param handled the last place that did something about it
     * @param held every place that had it or did something about it
     */
    public record Closed(
            RequestId id,
            PlaceCode place,
            String receipt,
            String title,
            @Nullable String outcome,
            @Nullable String result,
            OffsetDateTime closedAt,
            PlaceCode handled,
            Set<PlaceCode> held) {

        public Closed {
            held = Set.copyOf(held);
        }
    }

    /** Who asked, and under which number he is reached. */
    public record Contact(String applicant, PhoneNumber phone) {}

    /**
     * Those closed in a period. Petitions have a review of their own; what was taken back and what two people explained away
     * counts in no rate, and is left out too.
     *
     * @param from its first day
     * @param until the day after its last
     */
    public List<UUID> closedIn(Jurisdiction jurisdiction, LocalDate from, LocalDate until) {
        return database.sql("""
                        select r.request_id from services_request r
                        where r.place_code >= :lo and r.place_code < :hi
                          and r.closed_at >= cast(:from as timestamp) at time zone 'Asia/Shanghai'
                          and r.closed_at < cast(:until as timestamp) at time zone 'Asia/Shanghai'
                          and r.purpose <> 'PETITION' and r.outcome is distinct from 'UNREASONABLE'
                          and not exists (select from services_request_act a where a.request_id = r.request_id and a.kind = 'WITHDRAW')
                        order by r.request_id
                        """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("from", from)
                .param("until", until)
                .query(UUID.class)
                .list();
    }

    public List<Closed> told(Jurisdiction jurisdiction, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select r.request_id, r.place_code, r.receipt, r.outcome, r.result, r.closed_at,
                          coalesce(r.item_name, left(split_part(r.matter, chr(10), 1), 30)) as title,
                          coalesce((select a.acting_place from services_request_act a
                            where a.request_id = r.request_id and a.acting_place is not null order by a.number desc limit 1),
                            r.place_code) as handled,
                          array(select distinct p from services_request_act a cross join unnest(array[a.holder_place, a.acting_place]) p
                            where a.request_id = r.request_id and p is not null) as held
                        from services_request r
                        where r.place_code >= :lo and r.place_code < :hi and r.closed_at is not null and r.request_id in (:ids)
                        """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("ids", ids)
                .query(ClosedRequests::closed)
                .list();
    }

    /** Whether the account, its post or whoever holds it did anything about it. */
    public boolean wasDealtWithBy(Actor actor, RequestId id) {
        return database.sql("""
                        select exists (select from services_request_act a where a.request_id = :id
                          and (a.account_id = cast(:account as uuid) or a.post = :post or a.person = :person))
                        """)
                .param("id", id.value())
                .param(
                        "account",
                        actor.account() == null ? null : actor.account().value())
                .param("post", actor.login())
                .param("person", actor.holder())
                .query(Boolean.class)
                .single();
    }

    /** Whoever asks for it says why, and the audit trail keeps it. */
    @Transactional
    @PreAuthorize("hasAuthority('" + ServicesAuthorities.CALL_BACK + "')")
    public Contact reveal(Jurisdiction jurisdiction, Actor actor, RequestId id, String reason) {
        var request = book.find(jurisdiction, id)
                .filter(found -> found.state.isOver())
                .orElseThrow(() -> new RequestNotFound(id));
        if (wasDealtWithBy(actor, id)) {
            throw new RequestRefused(null, "own-work");
        }
        events.publishEvent(new ApplicantRevealed(id, reason, request.origin.place()));
        return new Contact(book.saidIn(id).applicant(), book.phone(id));
    }

    private static Closed closed(ResultSet row, int index) throws SQLException {
        return new Closed(
                new RequestId(row.getObject("request_id", UUID.class)),
                new PlaceCode(row.getString("place_code")),
                row.getString("receipt"),
                row.getString("title"),
                row.getString("outcome"),
                row.getString("result"),
                row.getObject("closed_at", OffsetDateTime.class),
                new PlaceCode(row.getString("handled")),
                Arrays.stream((String[]) row.getArray("held").getArray())
                        .map(PlaceCode::new)
                        .collect(Collectors.toSet()));
    }
}
