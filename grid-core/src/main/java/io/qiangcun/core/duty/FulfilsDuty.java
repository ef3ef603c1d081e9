package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain event by which a record fulfils whatever its subject owed: the duty of the same record kind whose period
 * holds the day, or the one it was expressly made up for. Heard in the record's own transaction. The same record heard
 * again (a corrected version) replaces what it fulfilled before.
 */
public interface FulfilsDuty extends DomainEvent {

    UUID recordId();

    /** As named by {@code duty_rule.record_kind}. */
    String recordKind();

    UUID dutySubject();

    /** The day the thing was done, not the day it was entered. */
    LocalDate doneOn();

    /** Where the record can be read. */
    String recordHref();

    /** An overdue duty that this record makes up for although its own day lies outside the period. */
    default @Nullable UUID makesUpFor() {
        return null;
    }
}
