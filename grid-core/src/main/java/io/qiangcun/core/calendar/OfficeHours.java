package io.qiangcun.core.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When offices are open on a day that is worked, from a day on.
 *
 * @param open in their order
 */
public record OfficeHours(LocalDate validFrom, List<Opening> open) {

    public OfficeHours {
        open = List.copyOf(open);
        if (open.isEmpty()) {
            throw new IllegalArgumentException("Offices are open at some time");
        }
    }

    /** From a time up to another of the same day. */
    public record Opening(LocalTime from, LocalTime until) {

        public Opening {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("Offices close after they open");
            }
        }
    }
}
