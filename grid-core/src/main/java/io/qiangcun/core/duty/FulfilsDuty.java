package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain event by which a record fulfils whatever its subject owed: the duties of the same record kind whose period
 * holds the day it counts for, or the one it was expressly made up for. Heard in the record's own transaction. The same
 * record heard again for the same kind and subject (a corrected version) replaces what it fulfilled before.
 */
public interface FulfilsDuty extends DomainEvent, PlaceBound {

    UUID recordId();

    /** As named by {@code duty_rule.record_kind}. */
    String recordKind();

    UUID dutySubject();

    /** The day the thing was done, not the day it was entered; after the due date it was late. */
    LocalDate doneOn();

    /**
     * The day whose period it counts for: the day it was done, unless it is about a period gone by, as a monthly report
     * confirmed on the third is about the last day of the month before.
     */
    default LocalDate countsFor() {
        return doneOn();
    }

    /** Where the record can be read. */
    String recordHref();

    /**
     * An overdue duty that this record makes up for although its own day lies outside the period; it then counts for
     * that duty instead of the same rule's duty of its own period.
     */
    default @Nullable UUID makesUpFor() {
        return null;
    }
}
