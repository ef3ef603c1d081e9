package io.qiangcun.economy.help;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody helps a village from a day on.
 *
 * @param main whether as the one helper that each weak village has; whoever was that before ends on the same day
 * @param name of the leader, the enterprise or the richer village
 * @param post of the leader, or whom to ask at the enterprise; may be empty
 * @param helping the richer village; null for every other kind
 * @param duties what was promised; may be empty
 */
public record AssignHelper(
        HelperId id,
        PlaceCode village,
        HelperKind kind,
        boolean main,
        String name,
        String post,
        @Nullable PlaceCode helping,
        String duties,
        LocalDate from) {

    public AssignHelper {
        if (name.isBlank() || (kind == HelperKind.RICH_VILLAGE) == (helping == null)) {
            throw new IllegalArgumentException("A helper has a name, and a village is one that is known");
        }
    }
}
