package io.qiangcun.core.dashboard;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a place has not finished, or holds: whoever takes its posts over finds it in the hand-over list. A module
 * contributes by a bean, which is asked on behalf of accounts that hold its authority.
 */
public interface OpenItems {

    /** The key of the heading above these items. */
    String titleKey();

    /** Where it stands in the list; the most pressing first. */
    int order();

    /** What an account needs to be shown these items. */
    String authority();

    List<Item> of(Jurisdiction jurisdiction, PlaceCode place, LocalDate today);

    /**
     * One thing.
     *
     * @param note what has to be known about it, already in words
     * @param due by when, if there is such a day
     */
    record Item(
            String text,
            String note,
            @Nullable LocalDate due,
            @Nullable String href) {}
}
