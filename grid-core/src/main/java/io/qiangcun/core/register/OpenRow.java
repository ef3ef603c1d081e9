package io.qiangcun.core.register;

import io.qiangcun.core.attachment.AttachmentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that anybody reads.
 *
 * @param cells by the codes of the columns, as people read them; none that names a person, none that is masked
 */
public record OpenRow(
        UUID rowId,
        String register,
        String placeCode,
        String placeName,
        LocalDate startsOn,
        Map<String, String> cells,
        List<Photo> photos) {

    /** A photo of it. */
    public record Photo(AttachmentId photoId, String name) {}

    /** Empty if nothing was entered. */
    public String get(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Null if nothing was entered. */
    public @Nullable LocalDate day(String column) {
        return get(column).isEmpty() ? null : LocalDate.parse(get(column));
    }
}
