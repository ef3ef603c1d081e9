package io.qiangcun.core.procedure;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a procedure; it never changes.
 *
 * @param within the county whose copy it is, or null for what comes with the application
 * @param base the edition a copy was made from, or null
 */
public record TemplateEdition(
        TemplateId id,
        ProcedureTemplate template,
        @Nullable PlaceCode within,
        int edition,
        @Nullable TemplateId base,
        Instant publishedAt,
        String publishedBy,
        String reason) {

    public boolean isCopy() {
        return within != null;
    }
}
