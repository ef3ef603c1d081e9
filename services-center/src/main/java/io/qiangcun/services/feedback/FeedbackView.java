package io.qiangcun.services.feedback;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said and how it stands.
 *
 * @param page he came from, or nothing
 * @param telephone whether he left a number
 * @param senderPost who said it; null if he did not say
 */
public record FeedbackView(
        UUID feedbackId,
        String placeCode,
        String placeName,
        String receipt,
        String kindName,
        String page,
        String words,
        boolean telephone,
        @Nullable String senderPost,
        @Nullable String senderPerson,
        OffsetDateTime receivedAt,
        OffsetDateTime answerDue,
        OffsetDateTime settleDue,
        @Nullable OffsetDateTime answeredAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable OffsetDateTime releasedAt,
        String publicSaid,
        String publicDone,
        boolean overdue) {

    private static final int TITLE = 40;

    /** By when something is to be done next. */
    public OffsetDateTime due() {
        return answeredAt == null ? answerDue : settleDue;
    }

    /** The words as a line of a list. */
    public String title() {
        return words.length() <= TITLE ? words : words.substring(0, TITLE) + "…";
    }
}
