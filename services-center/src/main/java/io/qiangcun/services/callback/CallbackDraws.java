package io.qiangcun.services.callback;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.audit.AuditSealer;
import io.qiangcun.core.audit.SealedHead;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.request.ClosedRequests;
import io.qiangcun.services.request.ClosedRequests.Closed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws which of the requests closed in a month are asked about. Nobody chooses any of them. */
@Service
@Transactional
public class CallbackDraws {

    private static final String MAY_DRAW = "hasAuthority('" + ServicesAuthorities.DRAW_CALLBACKS + "')";
    private static final int ROWS = 1000;

    private final ClosedRequests requests;
    private final AuditSealer seals;
    private final RuleParameters parameters;
    private final PlaceTree places;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallbackDraws(
            ClosedRequests requests,
            AuditSealer seals,
            RuleParameters parameters,
            PlaceTree places,
            JdbcClient database,
            JdbcTemplate batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.seals = seals;
        this.parameters = parameters;
        this.places = places;
        this.database = database;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /** By hand, for a month that is over, once. */
    @PreAuthorize(MAY_DRAW)
    public DrawId draw(Jurisdiction jurisdiction, Actor actor, YearMonth month) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new CallbackRefused(null, "county-only");
        }
        if (!isOver(month)) {
            throw new CallbackRefused(null, "not-over");
        }
        var county = jurisdiction.root();
        if (isDrawn(jurisdiction, month)) {
            throw new CallbackRefused(null, "drawn-already");
        }
        var seal = seal(month)
                .orElseThrow(() -> new CallbackRefused(
                        null, "no-seal", month.atEndOfMonth().toString()));
        return write(county, actor, month, seal, now());
    }

    /** The month before this one, for every county that has not drawn it and whose seal is there. */
    void drawLastMonth(Jurisdiction everywhere) {
        var month = YearMonth.now(clock).minusMonths(1);
        seal(month).ifPresent(seal -> places.all(everywhere, PlaceKind.COUNTY, LocalDate.now(clock)).stream()
                .map(county -> county.code())
                .filter(county -> !isDrawn(Jurisdiction.within(county), month))
                .forEach(county -> write(county, Actor.system(), month, seal, now())));
    }

    /** As it was drawn in the past, when an installation is filled with what happened before it. */
    public Optional<DrawId> drawnBefore(Jurisdiction county, YearMonth month, Instant at) {
        return seal(month).map(seal -> write(county.root(), Actor.system(), month, seal, at));
    }

    /** Whether it can be drawn: its last day has a seal. */
    @Transactional(readOnly = true)
    public boolean hasSeal(YearMonth month) {
        return seal(month).isPresent();
    }

    private Optional<SealedHead> seal(YearMonth month) {
        return seals.lastOf(month.atEndOfMonth());
    }

    private boolean isOver(YearMonth month) {
        return month.isBefore(YearMonth.now(clock));
    }

    private boolean isDrawn(Jurisdiction county, YearMonth month) {
        return database.sql(
                        "select exists (select from services_callback_draw where within = :county and month = :month)")
                .param("county", county.root().value())
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    private DrawId write(PlaceCode county, Actor actor, YearMonth month, SealedHead seal, Instant at) {
        var there = Jurisdiction.within(county);
        var set = requests.closedIn(there, month.atDay(1), month.plusMonths(1).atDay(1));
        // as they were when the month ended: who changes them afterwards changes nothing
        var percent = parameters.wholeNumber("services.callback.percent", month.atEndOfMonth());
        var least = parameters.wholeNumber("services.callback.least", month.atEndOfMonth());
        var drawn = Sample.drawn(seal.hash(), set, Sample.size(set.size(), percent, least));
        var id = new DrawId(UUID.randomUUID());
        database.sql("""
                        insert into services_callback_draw (draw_id, within, month, seed, seal_seq, percent, least, closed_ids, closed, drawn,
                          drawn_at, drawn_post, drawn_person)
                        values (:id, :county, :month, :seed, :seal, :percent, :least, :ids, :closed, :drawn, :at, :post, :person)
                        """)
                .param("id", id.value())
                .param("county", county.value())
                .param("month", month.atDay(1))
                .param("seed", seal.hash())
                .param("seal", seal.sequence())
                .param("percent", percent)
                .param("least", least)
                .param("ids", set.stream().map(UUID::toString).collect(Collectors.joining("\n")))
                .param("closed", set.size())
                .param("drawn", drawn.size())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("post", actor.login())
                .param("person", actor.holder())
                .update();
        write(id, there, drawn);
        events.publishEvent(new SampleDrawn(id, month.toString(), seal.hash(), set.size(), drawn.size(), county));
        return id;
    }

    private void write(DrawId draw, Jurisdiction county, List<Sample.Ranked> drawn) {
        var ids = drawn.stream().map(Sample.Ranked::id).toList();
        var told = requests.told(county, ids).stream()
                .collect(Collectors.toMap(closed -> closed.id().value(), Function.identity()));
        batches.batchUpdate("""
                insert into services_callback (callback_id, place_code, draw_id, position, key, request_id, request_place, handled_place,
                  receipt, title, outcome, result, closed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, drawn, ROWS, (row, ranked) -> {
            var closed = Objects.requireNonNull(told.get(ranked.id()));
            row.setObject(1, UUID.randomUUID());
            row.setString(2, deskOf(closed).value());
            row.setObject(3, draw.value());
            row.setInt(4, ids.indexOf(ranked.id()) + 1);
            row.setString(5, ranked.key());
            row.setObject(6, ranked.id());
            row.setString(7, closed.place().value());
            row.setString(8, closed.handled().value());
            row.setString(9, closed.receipt());
            row.setString(10, closed.title());
            row.setString(11, closed.outcome());
            row.setString(12, closed.result());
            row.setObject(13, closed.closedAt());
        });
    }

    /** The township calls, unless it had the request itself; then the county does, and there it is another post. */
    static PlaceCode deskOf(Closed closed) {
        var county = closed.place().county();
        var desk = closed.place();
        while (desk.kind().compareTo(PlaceKind.TOWNSHIP) > 0) {
            desk = desk.parent().orElse(county);
        }
        return closed.held().contains(desk) ? county : desk;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
