package io.qiangcun.party.rating;

import io.qiangcun.party.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which stars a list shows; what is null is not asked for.
 *
 * @param former also those that count no longer
 */
public record AwardFilter(
        @Nullable OrganisationId organisation,
        @Nullable Integer stars,
        boolean former,
        @Nullable String text) {}
