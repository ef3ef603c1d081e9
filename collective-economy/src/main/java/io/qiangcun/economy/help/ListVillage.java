package io.qiangcun.economy.help;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A village is weak from a day on.
 *
 * @param id made when the form was rendered, so that one sent twice lists once
 * @param reason why, in words
 * @param document by whose paper; may be empty
 */
public record ListVillage(UUID id, PlaceCode village, LocalDate on, String reason, String document) {

    public ListVillage {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A village is listed for a reason");
        }
    }
}
