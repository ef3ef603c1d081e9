package io.qiangcun.party.activity;

import io.qiangcun.party.organisation.OrganisationId;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which records a list shows; what is null is not asked for. Discarded drafts are shown only when they are asked for.
 *
 * @param text part of topic, venue, host, summary or decisions
 */
public record ActivityFilter(
        @Nullable ActivityKind kind,
        @Nullable YearMonth month,
        @Nullable OrganisationId organisation,
        @Nullable ActivityStatus status,
        @Nullable String text) {

    public static final ActivityFilter NONE = new ActivityFilter(null, null, null, null, null);
}
