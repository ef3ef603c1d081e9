package io.qiangcun.services.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long an item may take and how long it is promised to take at most.
 *
 * @param legalDays working days, 0 to 999
 * @param promisedDays working days, never more than the legal ones; 0 if it is done on the spot
 * @param basis the text the legal days rest on; empty only for a default
 * @param from since when they hold, if that is known
 */
public record ItemLimit(
        int legalDays,
        int promisedDays,
        LimitKind kind,
        String basis,
        @Nullable LocalDate from) {

    public static final int MOST_DAYS = 999;

    public ItemLimit {
        if (promisedDays < 0 || promisedDays > legalDays || legalDays > MOST_DAYS) {
            throw new IllegalArgumentException(promisedDays + " of " + legalDays + " working days");
        }
        if ((kind == LimitKind.DEFAULT) != basis.isEmpty()) {
            throw new IllegalArgumentException("A limit that is not a default has a basis");
        }
    }

    public boolean isOnTheSpot() {
        return promisedDays == 0;
    }
}
