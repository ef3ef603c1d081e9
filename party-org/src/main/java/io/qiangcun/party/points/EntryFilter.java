package io.qiangcun.party.points;

import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a list shows; what is null is not asked for.
 *
 * @param text part of the member's or the branch's name, or of the fact
 */
public record EntryFilter(
        @Nullable OrganisationId organisation,
        @Nullable MemberId member,
        @Nullable EntryStatus status,
        @Nullable Quarter quarter,
        @Nullable String text) {}
