package io.qiangcun.economy.book;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A book in a list.
 *
 * @param townshipName null where the book lies above the villages
 * @param openMonth the first month that is open, null when none is
 * @param lastPosted the day of the latest voucher that counts
 * @param waiting vouchers that are not posted yet
 */
public record BookRow(
        UUID bookId,
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        String name,
        String regime,
        String regimeName,
        LocalDate openedOn,
        Variant variant,
        @Nullable LocalDate openMonth,
        @Nullable LocalDate lastPosted,
        int waiting) {

    /** Whether a month before the current one is still open although its last day is long past. */
    public boolean isBehind(LocalDate today) {
        return openMonth != null && openMonth.isBefore(today.withDayOfMonth(1).minusMonths(1));
    }

    public BookId id() {
        return new BookId(bookId);
    }

    public PlaceCode place() {
        return new PlaceCode(placeCode);
    }
}
