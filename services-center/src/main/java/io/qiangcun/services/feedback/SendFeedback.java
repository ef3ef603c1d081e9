package io.qiangcun.services.feedback;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says something about the software or the work.
 *
 * @param id made when the form was rendered: sent twice, it is one
 * @param county that hears it
 * @param page he came from, or nothing; what was asked of it is dropped
 * @param sender who says it; null if he has no account or does not want to be known
 */
public record SendFeedback(
        FeedbackId id,
        PlaceCode county,
        String kind,
        String page,
        String words,
        @Nullable PhoneNumber phone,
        @Nullable Actor sender) {

    public SendFeedback {
        if (words.isBlank()) {
            throw new IllegalArgumentException("Somebody says something");
        }
    }
}
