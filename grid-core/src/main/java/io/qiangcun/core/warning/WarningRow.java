package io.qiangcun.core.warning;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of warnings.
 *
 * @param workingDays worked days since the due date; negative while it is still to come
 */
public record WarningRow(
        WarningId id,
        PlaceCode place,
        String placeName,
        @Nullable String townshipName,
        String rule,
        List<String> title,
        LocalDate dueOn,
        int workingDays,
        WarningLevel level,
        HolderLevel holderLevel,
        String holderName,
        WarningStatus status,
        LocalDate foundOn,
        @Nullable LocalDate endedOn,
        int urges,
        @Nullable Instant urgedAt,
        @Nullable String urgeNote,
        @Nullable LocalDate expectedOn,
        @Nullable Appeal appeal) {

    public WarningRow {
        title = List.copyOf(title);
    }

    public String ruleTitleKey() {
        return rule + ".title";
    }

    public String findingKey() {
        return rule + ".finding";
    }

    public Object[] titleArguments() {
        return title.toArray();
    }
}
