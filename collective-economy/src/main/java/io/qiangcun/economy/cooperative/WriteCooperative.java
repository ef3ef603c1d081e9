package io.qiangcun.economy.cooperative;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a cooperative, or of the federation of a township.
 *
 * @param branch the leading organisation of the Party; null if it is not kept here
 * @param branchName what it is called
 * @param creditCode null while it is not registered
 * @param book that it keeps here; null if it keeps its books elsewhere
 */
public record WriteCooperative(
        CooperativeId id,
        PlaceCode place,
        String name,
        @Nullable UUID branch,
        String branchName,
        Industry industry,
        LocalDate foundedOn,
        @Nullable CreditCode creditCode,
        CooperativeMode mode,
        @Nullable BookId book,
        Sections sections) {}
