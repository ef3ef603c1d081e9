package io.qiangcun.core.duty;

import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears that records fulfil duties or no longer do, in the record's own transaction: either both are written or
 * neither.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class DutyFulfilment {

    private final JdbcClient database;
    private final DutySettlement settlement;
    private final Clock clock;

    DutyFulfilment(JdbcClient database, DutySettlement settlement, Clock clock) {
        this.database = database;
        this.settlement = settlement;
        this.clock = clock;
    }

    @EventListener
    void on(FulfilsDuty record) {
        var jurisdiction = Jurisdiction.within(record.placeCode());
        checkWhatItMakesUpFor(record, jurisdiction);
        remember(record, forgetEarlierVersions(record, jurisdiction).orElseGet(() -> OffsetDateTime.now(clock)));
        settlement.settle(jurisdiction, record.dutySubject(), record.recordKind());
    }

    @EventListener
    void on(RevokesFulfilment record) {
        var jurisdiction = Jurisdiction.within(record.placeCode());
        database.sql("""
            update duty_fulfilment set revoked_at = :at
            where record_id = :record and revoked_at is null and place_code >= :lo and place_code < :hi
            returning duty_subject, record_kind
            """)
                .param("at", OffsetDateTime.now(clock))
                .param("record", record.recordId())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Revoked.class)
                .list()
                .forEach(revoked -> settlement.settle(jurisdiction, revoked.dutySubject(), revoked.recordKind()));
    }

    private void checkWhatItMakesUpFor(FulfilsDuty record, Jurisdiction jurisdiction) {
        var duty = record.makesUpFor();
        if (duty == null) {
            return;
        }
        var fits = database.sql("""
            select exists (select from duty
              where duty_id = :duty and duty_subject = :subject and record_kind = :kind and archived_at is null
                and period_from <= :countsFor and place_code >= :lo and place_code < :hi)
            """)
                .param("duty", duty)
                .param("subject", record.dutySubject())
                .param("kind", record.recordKind())
                .param("countsFor", record.countsFor())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Boolean.class)
                .single();
        if (!fits) {
            throw new NotTheDutyOfRecord();
        }
    }

    /** When the record was entered first, if it was heard before. */
    private Optional<OffsetDateTime> forgetEarlierVersions(FulfilsDuty record, Jurisdiction jurisdiction) {
        return database.sql("""
            update duty_fulfilment set revoked_at = :at
            where record_id = :record and record_kind = :kind and duty_subject = :subject and revoked_at is null
              and place_code >= :lo and place_code < :hi
            returning recorded_at
            """)
                .param("at", OffsetDateTime.now(clock))
                .param("record", record.recordId())
                .param("kind", record.recordKind())
                .param("subject", record.dutySubject())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> rs.getObject("recorded_at", OffsetDateTime.class))
                .optional();
    }

    private void remember(FulfilsDuty record, OffsetDateTime enteredAt) {
        database.sql("""
            insert into duty_fulfilment (fulfilment_id, place_code, record_id, record_kind, record_href, duty_subject,
              done_on, counts_for, makes_up_for, recorded_at)
            values (:id, :place, :record, :kind, :href, :subject, :doneOn, :countsFor, :makesUpFor, :at)
            """)
                .param("id", UUID.randomUUID())
                .param("place", record.placeCode().value())
                .param("record", record.recordId())
                .param("kind", record.recordKind())
                .param("href", record.recordHref())
                .param("subject", record.dutySubject())
                .param("doneOn", record.doneOn())
                .param("countsFor", record.countsFor())
                .param("makesUpFor", record.makesUpFor())
                .param("at", enteredAt)
                .update();
    }

    private record Revoked(UUID dutySubject, String recordKind) {}
}
