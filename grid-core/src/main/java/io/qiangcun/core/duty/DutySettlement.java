package io.qiangcun.core.duty;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.ClearingRecord;
import io.qiangcun.core.warning.WarningClearing;
import io.qiangcun.core.warning.WarningSweep;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds duties against the records and waivers there are; of several fitting records the first one done counts.
 * Warnings follow in the same transaction: cleared by the record, raised again when it goes.
 */
@Service
@Transactional
class DutySettlement {

    private static final String SETTLE = """
            with fitting as (
              select distinct on (d.duty_id)
                d.duty_id, f.record_id, f.record_href, f.done_on, f.recorded_at
              from duty d left join duty_fulfilment f
                on f.duty_subject = d.duty_subject and f.record_kind = d.record_kind and f.revoked_at is null
                  and f.place_code >= :lo and f.place_code < :hi
                  and (f.makes_up_for = d.duty_id
                    or f.counts_for between d.period_from and d.period_to
                      and not exists (
                        select from duty m where m.duty_id = f.makes_up_for and m.rule_code = d.rule_code))
              where d.place_code >= :lo and d.place_code < :hi and d.archived_at is null and %s
              order by d.duty_id, f.done_on, f.recorded_at, f.record_id
            )
            update duty d set
              fulfilled_on = f.done_on, fulfilled_at = f.recorded_at, record_id = f.record_id, record_href = f.record_href
            from fitting f
            where d.duty_id = f.duty_id
              and (d.record_id, d.fulfilled_on, d.record_href) is distinct from (f.record_id, f.done_on, f.record_href)
            returning d.duty_id, d.rule_code, d.place_code, d.duty_subject, d.record_kind,
              d.record_id, d.record_href, d.fulfilled_on, d.late
            """;

    private static final String OF_ONE_SUBJECT =
            SETTLE.formatted("d.duty_subject = :subject and d.record_kind = :kind");

    /** Nothing is recorded before it is done, so what has not begun cannot be fulfilled. */
    private static final String OF_OPEN_DUTIES = SETTLE.formatted("d.fulfilled_on is null and d.period_from <= :today");

    private final JdbcClient database;
    private final WarningClearing warnings;
    private final WarningSweep sweep;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutySettlement(
            JdbcClient database,
            WarningClearing warnings,
            WarningSweep sweep,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.warnings = warnings;
        this.sweep = sweep;
        this.events = events;
        this.clock = clock;
    }

    /** After a record of the subject came, changed or went. */
    void settle(Jurisdiction jurisdiction, UUID subject, String recordKind) {
        announce(
                jurisdiction,
                bound(OF_ONE_SUBJECT, jurisdiction)
                        .param("subject", subject)
                        .param("kind", recordKind)
                        .query(Settled.class)
                        .list());
    }

    /** After duties came: records may have been there before them. */
    void settleWhatIsOpen(Jurisdiction jurisdiction) {
        announce(
                jurisdiction,
                bound(OF_OPEN_DUTIES, jurisdiction)
                        .param("today", LocalDate.now(clock))
                        .query(Settled.class)
                        .list());
    }

    /** After duties or waivers came. */
    void applyWaivers(Jurisdiction jurisdiction) {
        var waived = bound("""
                update duty d set waiver_id = w.waiver_id
                from duty_waiver w
                where w.duty_subject = d.duty_subject and w.rule_code = d.rule_code and w.withdrawn_at is null
                  and d.due_on between w.due_from and w.expires_on
                  and w.place_code >= :lo and w.place_code < :hi
                  and d.place_code >= :lo and d.place_code < :hi
                  and d.archived_at is null and d.fulfilled_on is null and d.waiver_id is null
                returning d.duty_id, w.waiver_id
                """, jurisdiction).query(Waived.class).list();
        waived.stream()
                .collect(groupingBy(Waived::waiverId, mapping(w -> w.dutyId().toString(), toList())))
                .forEach((waiver, duties) -> warnings.clear(
                        jurisdiction, DutyOverdueRule.CODE, duties, new ClearingRecord("DUTY_WAIVER", waiver, null)));
    }

    /** After a waiver went: what it covered is owed again, and warned about as from today. */
    void forgetWaiver(Jurisdiction jurisdiction, WaiverId waiver) {
        warnAgain(bound("""
                update duty set waiver_id = null
                where waiver_id = :waiver and place_code >= :lo and place_code < :hi
                returning place_code
                """, jurisdiction)
                .param("waiver", waiver.value())
                .query((rs, i) -> new PlaceCode(rs.getString("place_code")))
                .list());
    }

    private void announce(Jurisdiction jurisdiction, List<Settled> changed) {
        for (var duty : changed) {
            events.publishEvent(duty.event());
        }
        changed.stream()
                .filter(duty -> duty.recordId() != null)
                .collect(groupingBy(
                        Settled::record, mapping(duty -> duty.dutyId().toString(), toList())))
                .forEach((record, duties) -> warnings.clear(jurisdiction, DutyOverdueRule.CODE, duties, record));
        warnAgain(changed.stream()
                .filter(duty -> duty.recordId() == null)
                .map(Settled::placeCode)
                .toList());
    }

    /** What is owed again does not wait for the night. */
    private void warnAgain(List<PlaceCode> places) {
        for (var place : Set.copyOf(places)) {
            sweep.sweepNow(DutyOverdueRule.CODE, Jurisdiction.within(place), LocalDate.now(clock));
        }
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private record Waived(UUID dutyId, UUID waiverId) {}

    private record Settled(
            UUID dutyId,
            String ruleCode,
            PlaceCode placeCode,
            UUID dutySubject,
            String recordKind,
            @Nullable UUID recordId,
            @Nullable String recordHref,
            @Nullable LocalDate fulfilledOn,
            @Nullable Boolean late) {

        Object event() {
            return recordId == null || fulfilledOn == null
                    ? new DutyReopened(dutyId, ruleCode, dutySubject, placeCode)
                    : new DutyFulfilled(
                            dutyId, ruleCode, dutySubject, recordId, fulfilledOn, Boolean.TRUE.equals(late), placeCode);
        }

        ClearingRecord record() {
            return new ClearingRecord(recordKind, recordId, recordHref);
        }
    }
}
