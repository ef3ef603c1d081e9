package io.qiangcun.party.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Which organisations a list shows; what is null is not asked for.
 *
 * @param dissolved those that are gone instead of those that exist
 * @param text part of the name of the organisation or its place
 */
public record OrganisationFilter(
        @Nullable OrganisationKind kind,
        boolean dissolved,
        @Nullable String text) {}
