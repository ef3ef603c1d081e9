package io.qiangcun.economy.book;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A book in a list.
 *
 * @param openMonth the first month that is open, null when none is
 * @param waiting vouchers that are not posted yet
 */
public record BookRow(
        UUID bookId,
        String placeCode,
        String placeName,
        String name,
        String regime,
        String regimeName,
        LocalDate openedOn,
        Variant variant,
        @Nullable LocalDate openMonth,
        int waiting) {

    public BookId id() {
        return new BookId(bookId);
    }

    public PlaceCode place() {
        return new PlaceCode(placeCode);
    }
}
