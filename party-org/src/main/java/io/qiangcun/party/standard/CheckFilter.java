package io.qiangcun.party.standard;

import io.qiangcun.party.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which checks a list shows; what is null is not asked for.
 *
 * @param text part of the branch's or the place's name
 */
public record CheckFilter(
        @Nullable String standard,
        @Nullable CheckStatus status,
        @Nullable OrganisationId organisation,
        @Nullable String text) {}
