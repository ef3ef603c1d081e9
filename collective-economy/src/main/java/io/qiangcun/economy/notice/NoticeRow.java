package io.qiangcun.economy.notice;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice in a list. */
public record NoticeRow(
        UUID noticeId,
        PlaceCode place,
        String placeName,
        @Nullable String townshipName,
        UUID bookId,
        String bookName,
        NoticePeriod period,
        boolean withdrawn,
        @Nullable String withdrawnReason,
        String publicCode,
        String remarks,
        String checkedBy,
        LocalDate checkedOn,
        Instant publishedAt,
        String publishedBy,
        int questions,
        int waiting) {

    public NoticeId id() {
        return new NoticeId(noticeId);
    }
}
