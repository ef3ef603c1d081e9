package io.qiangcun.core.register;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a register's definition; it never changes.
 *
 * @param within the county whose own it is, or null for what comes with the application
 */
public record RegisterEdition(
        EditionId id,
        RegisterDefinition definition,
        @Nullable PlaceCode within,
        int edition,
        Instant publishedAt,
        String publishedBy,
        String reason) {

    public boolean isCopy() {
        return within != null && !definition.own();
    }
}
