package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.Jurisdiction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event was before somebody reported it: said by the slice that handed it over. */
public interface EventOrigin {

    List<Origin> of(Jurisdiction jurisdiction, GridEventId event);

    /**
     * Where it came from.
     *
     * @param messageKey what kind of thing that was
     * @param label its number, and {@code href} its page, for whoever may see it; else nothing
     */
    record Origin(
            String messageKey,
            @Nullable String label,
            @Nullable String href) {}
}
