package io.qiangcun.services.volunteer;

import io.qiangcun.core.register.RowId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shift on one day. It follows from the shift and is kept nowhere; what is kept is who takes it.
 *
 * @param slot the code of the part of the day
 * @param time from when to when, in words; empty if nobody said
 * @param needs how many people it asks for
 * @param hours how long it is
 * @param takers in the order in which they took it
 */
public record Turn(
        RowId shift,
        RowId post,
        String placeCode,
        String placeName,
        String postName,
        String duty,
        LocalDate day,
        String slot,
        String time,
        int needs,
        BigDecimal hours,
        List<Taker> takers) {

    public Turn {
        takers = List.copyOf(takers);
    }

    /**
     * Somebody who took it.
     *
     * @param hours how long he was there, null until somebody noted it
     */
    public record Taker(
            RowId row, String person, String name, @Nullable BigDecimal hours) {}

    /** How many more it asks for. */
    public int missing() {
        return Math.max(needs - takers.size(), 0);
    }

    /** Whether it can still be taken. */
    public boolean isOpen(LocalDate today) {
        return missing() > 0 && !day.isBefore(today);
    }

    /** How many of its people have been there and nobody noted for how long. */
    public long untold(LocalDate today) {
        return day.isBefore(today)
                ? takers.stream().filter(taker -> taker.hours() == null).count()
                : 0;
    }
}
