package io.qiangcun.party.recruiting;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.PartyAuthorities;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets how many a place and those below it may admit in a year. */
@Service
@Transactional
public class QuotaService {

    private static final int MOST = 100_000;

    private final RecruitingQueries queries;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuotaService(RecruitingQueries queries, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.queries = queries;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** What is set for a place and what was set when the form was rendered. */
    public record Wanted(
            PlaceCode place,
            @Nullable Integer amount,
            @Nullable Integer seen) {}

    /** The parts do not exceed the whole, and nothing falls below what was used. */
    @PreAuthorize("hasAuthority('" + PartyAuthorities.WRITE_QUOTAS + "')")
    public void set(Jurisdiction jurisdiction, Actor actor, int year, List<Wanted> wanted) {
        database.sql("select pg_advisory_xact_lock(hashtext(:key))")
                .param("key", "quota " + jurisdiction.lo() + year)
                .query()
                .singleRow();
        var present = new HashMap<String, QuotaRow>();
        queries.quotas(jurisdiction, year).forEach(row -> present.put(row.placeCode(), row));
        var whole = wholeOf(jurisdiction, wanted, present);
        var parts = 0;
        for (var one : wanted) {
            check(one, present);
            if (!one.place().equals(jurisdiction.root()) && one.amount() != null) {
                parts += one.amount();
            }
        }
        if (whole != null && parts > whole) {
            throw new QuotaRefused(field(jurisdiction.root()), "parts-exceed-whole", parts, whole);
        }
        wanted.stream()
                .filter(one -> one.amount() != null)
                .filter(one -> !Objects.equals(one.amount(), amountOf(present, one.place())))
                .forEach(one -> write(one, year, actor));
    }

    /**
     * Enters what was set before. For imports and the demonstration: no page reaches it, so it asks for no authority; the
     * fence of the database still holds.
     */
    public void setBefore(Jurisdiction jurisdiction, Actor actor, int year, List<Wanted> wanted) {
        if (!wanted.stream().allMatch(one -> jurisdiction.covers(one.place()))) {
            throw new IllegalArgumentException("A quota lies outside " + jurisdiction);
        }
        wanted.stream().filter(one -> one.amount() != null).forEach(one -> write(one, year, actor));
    }

    private static @Nullable Integer wholeOf(
            Jurisdiction jurisdiction, List<Wanted> wanted, Map<String, QuotaRow> present) {
        return wanted.stream()
                .filter(one -> one.place().equals(jurisdiction.root()))
                .map(Wanted::amount)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> amountOf(present, jurisdiction.root()));
    }

    private static void check(Wanted one, Map<String, QuotaRow> present) {
        var row = present.get(one.place().value());
        if (row == null) {
            throw new QuotaRefused(field(one.place()), "not-yours");
        }
        if (!Objects.equals(row.amount(), one.seen())) {
            throw new QuotaRefused(
                    field(one.place()), "set-meanwhile", row.placeName(), Objects.requireNonNullElse(row.amount(), 0));
        }
        var amount = one.amount();
        if (amount != null && (amount < 0 || amount > MOST || amount < row.used())) {
            throw new QuotaRefused(field(one.place()), "below-used", row.placeName(), row.used());
        }
    }

    private static @Nullable Integer amountOf(Map<String, QuotaRow> present, PlaceCode place) {
        var row = present.get(place.value());
        return row == null ? null : row.amount();
    }

    private static String field(PlaceCode place) {
        return "amounts[" + place + "]";
    }

    private void write(Wanted one, int year, Actor actor) {
        var amount = Objects.requireNonNull(one.amount());
        database.sql("""
                insert into party_recruiting_quota (quota_id, place_code, year, amount, recorded_at, recorded_by,
                  recorded_by_person)
                values (gen_random_uuid(), :place, :year, :amount, :at, :by, :by_person)
                on conflict (place_code, year) do update set amount = excluded.amount, recorded_at = excluded.recorded_at,
                  recorded_by = excluded.recorded_by, recorded_by_person = excluded.recorded_by_person
                """)
                .param("place", one.place().value())
                .param("year", year)
                .param("amount", amount)
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("by_person", actor.holder())
                .update();
        events.publishEvent(new QuotaSet(one.place(), year, amount));
    }
}
