package io.qiangcun.core.duty;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.AppealDecided;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Waives duties and owes them again. */
@Service
@Transactional
public class DutyService {

    private final JdbcClient database;
    private final Waivers waivers;
    private final DutySettlement settlement;
    private final CurrentAccount account;
    private final Clock clock;

    DutyService(JdbcClient database, Waivers waivers, DutySettlement settlement, CurrentAccount account, Clock clock) {
        this.database = database;
        this.waivers = waivers;
        this.settlement = settlement;
        this.account = account;
        this.clock = clock;
    }

    /** Only a place above the one that owes it may waive. */
    @PreAuthorize("hasAuthority('" + DutyAuthorities.WAIVE + "')")
    public void waive(Jurisdiction jurisdiction, UUID dutyId, WaiveDuty command, Actor by) {
        var duty = find(jurisdiction, dutyId);
        requireAbove(jurisdiction, duty.placeCode());
        if (waivers.findById(command.waiver(), jurisdiction).isPresent()) {
            return;
        }
        if (duty.fulfilledOn() != null) {
            throw new WaiverRefused(null, "done");
        }
        if (duty.waiverId() != null) {
            throw new WaiverRefused(null, "waived-before");
        }
        grant(command.waiver(), Waiver.Kind.GRANTED, duty, command, by);
    }

    @PreAuthorize("hasAuthority('" + DutyAuthorities.WAIVE + "')")
    public void withdraw(Jurisdiction jurisdiction, WaiverId id, String reason, Actor by) {
        var waiver = waivers.findById(id, jurisdiction).orElseThrow(() -> new DutyNotFound(id.value()));
        requireAbove(jurisdiction, waiver.placeCode());
        waiver.withdraw(by, reason, clock.instant());
        waivers.save(waiver);
        settlement.forgetWaiver(jurisdiction, id);
    }

    /** A warning that was wrong: the duty behind it is not held against anybody any more, in any figure. */
    @EventListener
    void on(AppealDecided appeal) {
        if (!appeal.overturned() || !appeal.rule().equals(DutyOverdueRule.CODE)) {
            return;
        }
        var jurisdiction = Jurisdiction.within(appeal.placeCode());
        var duty = find(jurisdiction, UUID.fromString(appeal.subject()));
        var waiver = new WaiverId(UUID.randomUUID());
        grant(waiver, Waiver.Kind.APPEAL, duty, new WaiveDuty(waiver, appeal.reason(), duty.dueOn()), account.actor());
    }

    private void grant(WaiverId id, Waiver.Kind kind, Held duty, WaiveDuty command, Actor by) {
        waivers.saveAndFlush(new Waiver(id, kind, duty.owed(), duty.dueOn(), command, by, clock.instant()));
        settlement.applyWaivers(Jurisdiction.within(duty.placeCode()));
    }

    private static void requireAbove(Jurisdiction jurisdiction, PlaceCode place) {
        if (jurisdiction.equals(Jurisdiction.within(place))) {
            throw new WaiverRefused(null, "own");
        }
    }

    private Held find(Jurisdiction jurisdiction, UUID dutyId) {
        return database.sql("""
            select duty_id, place_code, rule_code, record_kind, duty_subject, period_from, period_to, due_on,
              fulfilled_on, waiver_id
            from duty where duty_id = :id and archived_at is null and place_code >= :lo and place_code < :hi
            """)
                .param("id", dutyId)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Held.class)
                .optional()
                .orElseThrow(() -> new DutyNotFound(dutyId));
    }

    private record Held(
            UUID dutyId,
            PlaceCode placeCode,
            String ruleCode,
            String recordKind,
            UUID dutySubject,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate dueOn,
            @Nullable LocalDate fulfilledOn,
            @Nullable UUID waiverId) {

        OwedDuty owed() {
            return new OwedDuty(dutyId, ruleCode, recordKind, dutySubject, placeCode, periodFrom, periodTo);
        }
    }
}
