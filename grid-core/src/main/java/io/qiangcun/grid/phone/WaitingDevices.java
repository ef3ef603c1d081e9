package io.qiangcun.grid.phone;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.ScopedList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how much waits on which device, as the devices say it whenever they have a network. */
@Service
@Transactional
public class WaitingDevices {

    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(90);

    private final JdbcClient database;
    private final Clock clock;

    WaitingDevices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('" + PhoneAuthorities.USE_PHONE + "')")
    public void count(Jurisdiction jurisdiction, Actor actor, CountWaiting said) {
        var now = clock.instant();
        database.sql("""
                insert into grid_phone_queue (device_id, login, place_code, post_name, person, waiting, oldest_at, seen_at)
                values (:device, :login, :place, :post, :person, :waiting, :oldest, :now)
                on conflict (device_id, login, place_code) do update
                set post_name = :post, person = :person, waiting = :waiting, oldest_at = :oldest, seen_at = :now
                """)
                .param("device", said.device())
                .param("login", actor.login())
                .param("place", jurisdiction.root().value())
                .param("post", actor.post())
                .param("person", actor.holder())
                .param("waiting", said.waiting())
                .param("oldest", oldest(said, now))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those on which something waits, the longest first; and how many devices were heard of at all. */
    @PreAuthorize("hasAuthority('" + PhoneAuthorities.OVERSEE_PHONES + "')")
    @Transactional(readOnly = true)
    public Page<WaitingRow> list(Jurisdiction jurisdiction, boolean all, Pageable page) {
        return ScopedList.of("""
                select q.device_id, q.place_code, p.name as place_name, q.post_name, q.person, q.waiting, q.oldest_at, q.seen_at
                from grid_phone_queue q join place p on p.place_code = q.place_code
                where q.place_code >= :lo and q.place_code < :hi
                """, jurisdiction)
                .and(
                        "q.seen_at >= :since",
                        "since",
                        clock.instant().minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
                .andIf(!all, "q.waiting > 0")
                .page(
                        database,
                        "order by q.oldest_at nulls last, q.place_code, q.login, q.device_id",
                        page,
                        WaitingRow.class);
    }

    private static @Nullable OffsetDateTime oldest(CountWaiting said, Instant now) {
        if (said.waiting() == 0) {
            return null;
        }
        var waited = said.oldest().compareTo(LONGEST) > 0 ? LONGEST : said.oldest();
        return now.minus(waited).atOffset(ZoneOffset.UTC);
    }
}
