package io.qiangcun.services.hint;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.grid.gridevent.EventRules;
import io.qiangcun.services.ServicesAuthorities;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the words that hint at emergencies and petitions. What came with the application counts until a county words it
 * itself. A hint only suggests: people say whether it is one.
 */
@Service
@Transactional
public class Hints {

    private static final String MAY_WRITE = "hasAuthority('" + ServicesAuthorities.WRITE_HINTS + "')";

    private final JdbcClient database;
    private final EventRules events;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Hints(JdbcClient database, EventRules events, ApplicationEventPublisher news, Clock clock) {
        this.database = database;
        this.events = events;
        this.news = news;
        this.clock = clock;
    }

    /** Whom one calls. */
    public record Call(String number, String name) {}

    /** As they count in the county of the place, those taken back last. */
    @Transactional(readOnly = true)
    public List<Hint> all(PlaceCode place) {
        return database.sql("""
                        select * from (
                          select distinct on (kind, words) within is not null as own, kind, words, call, event_kind, basis, valid_from,
                            withdrawn_reason
                          from services_hint where (within is null or within = :county) and valid_from <= :today
                          order by kind, words, within nulls last) h
                        order by withdrawn_reason <> '', kind, words collate "C"
                        """)
                .param("county", county(place))
                .param("today", LocalDate.now(clock))
                .query(Hint.class)
                .list();
    }

    /** Those that stand in what somebody said. */
    @Transactional(readOnly = true)
    public List<Hint> in(PlaceCode place, HintKind kind, String said) {
        var text = plain(said);
        return all(place).stream()
                .filter(hint -> hint.isCurrent() && hint.kind() == kind && text.contains(plain(hint.words())))
                .toList();
    }

    /** For a page that does not know yet where somebody is. */
    @Transactional(readOnly = true)
    public List<String> emergencies() {
        return database.sql("""
                        select distinct words from services_hint
                        where kind = 'EMERGENCY' and withdrawn_on is null and valid_from <= :today order by words
                        """)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Call> calls() {
        return database.sql("select number, name from services_call order by position")
                .query(Call.class)
                .list();
    }

    @PreAuthorize(MAY_WRITE)
    public void write(
            Jurisdiction jurisdiction,
            Actor actor,
            HintKind kind,
            String words,
            String call,
            String eventKind,
            String basis) {
        var emergency = kind == HintKind.EMERGENCY;
        if (emergency && calls().stream().noneMatch(one -> one.number().equals(call))) {
            throw new HintRefused("call", "no-such-call");
        }
        if (emergency
                && events.kinds(jurisdiction.root(), LocalDate.now(clock))
                        .find(eventKind)
                        .isEmpty()) {
            throw new HintRefused("eventKind", "no-such-kind");
        }
        put(jurisdiction, actor, kind, words, emergency ? call : null, emergency ? eventKind : null, basis, "");
    }

    @PreAuthorize(MAY_WRITE)
    public void withdraw(Jurisdiction jurisdiction, Actor actor, HintKind kind, String words, String reason) {
        var known = all(jurisdiction.root()).stream()
                .filter(hint -> hint.kind() == kind && hint.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new HintRefused(null, "no-such-words"));
        put(jurisdiction, actor, kind, words, known.call(), known.eventKind(), known.basis(), reason);
    }

    private void put(
            Jurisdiction jurisdiction,
            Actor actor,
            HintKind kind,
            String words,
            @Nullable String call,
            @Nullable String eventKind,
            String basis,
            String reason) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new HintRefused(null, "county-only");
        }
        var today = LocalDate.now(clock);
        database.sql("""
                        insert into services_hint (within, kind, words, call, event_kind, basis, valid_from, withdrawn_on, withdrawn_reason,
                          recorded_by_person)
                        values (:county, :kind, :words, :call, :event, :basis, :today, :withdrawn, :reason, :person)
                        on conflict (kind, words, within) do update set call = excluded.call, event_kind = excluded.event_kind,
                          basis = excluded.basis, withdrawn_on = excluded.withdrawn_on, withdrawn_reason = excluded.withdrawn_reason,
                          recorded_by_person = excluded.recorded_by_person
                        """)
                .param("county", jurisdiction.root().value())
                .param("kind", kind.name())
                .param("words", words)
                .param("call", call)
                .param("event", eventKind)
                .param("basis", basis)
                .param("today", today)
                .param("withdrawn", reason.isEmpty() ? null : today)
                .param("reason", reason)
                .param("person", actor.holder())
                .update();
        news.publishEvent(new HintWorded(kind, words, reason, jurisdiction.root()));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static String county(PlaceCode place) {
        return place.value().substring(0, Math.min(place.value().length(), PlaceKind.COUNTY.digits()));
    }
}
