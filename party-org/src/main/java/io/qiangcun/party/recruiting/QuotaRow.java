package io.qiangcun.party.recruiting;

import org.jspecify.annotations.Nullable;

/**
 * How many a place may admit in a year.
 *
 * @param amount null where nothing was set
 * @param used how many have passed the committee's review, without those who failed later
 */
public record QuotaRow(
        String placeCode, String placeName, @Nullable Integer amount, long used) {

    public @Nullable Long left() {
        return amount == null ? null : amount - used;
    }
}
