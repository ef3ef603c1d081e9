package io.qiangcun.core.duty;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record as a module would announce it. */
record MeetingHeld(
        UUID recordId,
        String recordKind,
        UUID dutySubject,
        LocalDate doneOn,
        LocalDate countsFor,
        @Nullable UUID makesUpFor,
        PlaceCode placeCode)
        implements FulfilsDuty {

    static MeetingHeld by(DutySubject subject, String kind, LocalDate on) {
        return new MeetingHeld(UUID.randomUUID(), kind, subject.id(), on, on, null, subject.place());
    }

    MeetingHeld makingUpFor(UUID duty) {
        return new MeetingHeld(recordId, recordKind, dutySubject, doneOn, countsFor, duty, placeCode);
    }

    MeetingHeld about(LocalDate day) {
        return new MeetingHeld(recordId, recordKind, dutySubject, doneOn, day, makesUpFor, placeCode);
    }

    MeetingHeld correctedTo(LocalDate day) {
        return new MeetingHeld(recordId, recordKind, dutySubject, day, day, makesUpFor, placeCode);
    }

    @Override
    public String recordHref() {
        return "/test/meetings/" + recordId;
    }
}
