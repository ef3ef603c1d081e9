package io.qiangcun.services.centre;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a centre.
 *
 * @param phone may be empty
 * @param openDays days of the week as digits in order, 1 is Monday; empty while no hours are known, and then no times either
 * @param functions codes of what it is for
 * @param openedOn null while it is being built
 */
public record WriteCentre(
        CentreId id,
        PlaceCode place,
        CentreKind kind,
        String name,
        String address,
        String phone,
        String openDays,
        @Nullable LocalTime openFrom,
        @Nullable LocalTime openUntil,
        String openNote,
        List<String> functions,
        @Nullable LocalDate openedOn) {

    public WriteCentre {
        functions = List.copyOf(functions);
    }

    CentreState state() {
        return openedOn == null ? CentreState.BUILDING : CentreState.IN_USE;
    }
}
