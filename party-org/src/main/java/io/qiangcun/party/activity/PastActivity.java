package io.qiangcun.party.activity;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was kept before, entered together with many others.
 *
 * @param place where the organisation sits
 * @param status DRAFT or SUBMITTED
 * @param recordedAt when it was entered at the time
 * @param recordedBy the login name of the post that did
 * @param person who held the post
 */
public record PastActivity(
        ActivityId id,
        OrganisationId organisation,
        PlaceCode place,
        ActivityStatus status,
        ActivityContent content,
        @Nullable UUID makesUpFor,
        Instant recordedAt,
        String recordedBy,
        String person) {}
