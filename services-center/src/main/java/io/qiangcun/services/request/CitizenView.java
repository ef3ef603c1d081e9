package io.qiangcun.services.request;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever asked sees of it: the story and what he can do, and no name of anybody who deals with it.
 *
 * @param placeCode whose centre he may go to
 * @param dueAt by when it is promised, while a clock runs
 */
public record CitizenView(
        String receipt,
        String placeCode,
        Purpose purpose,
        @Nullable String itemName,
        String matter,
        RequestState state,
        @Nullable String holderName,
        OffsetDateTime appliedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime legalDueAt,
        @Nullable Outcome outcome,
        @Nullable String result,
        @Nullable String supplement,
        boolean canSupply,
        boolean canWithdraw,
        boolean canRate,
        boolean canAppend,
        RequestRatingQueries.@Nullable Own rating,
        List<PetitionReviews.Review> reviews,
        PetitionReviews.@Nullable Next nextReview,
        List<StoryLine> story) {}
