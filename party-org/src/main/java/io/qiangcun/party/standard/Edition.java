package io.qiangcun.party.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A standard as it stands from a day on.
 *
 * @param within the county that decided so; empty for what came with the application
 * @param appliesTo the category of place whose branches are held against it, or ANY
 */
public record Edition(
        UUID editionId,
        String code,
        String within,
        LocalDate validFrom,
        String title,
        String appliesTo,
        int passPercent,
        @Nullable String recordKind,
        String basisText,
        Instant recordedAt,
        String recordedBy,
        String recordedByPerson,
        List<Item> items) {

    public Edition {
        items = List.copyOf(items);
    }

    /** What a branch can be held against: slots that nobody has filled in are left out. */
    public List<Item> filled() {
        return items.stream().filter(Item::isFilled).toList();
    }

    /** One thing that has to be so. */
    public record Item(
            String itemCode,
            int position,
            String section,
            String title,
            @Nullable String question,
            String basisKind,
            String basisText) {

        public boolean isFilled() {
            return !title.isBlank();
        }
    }
}
