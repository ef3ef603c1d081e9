package io.qiangcun.party.member;

import io.qiangcun.party.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which members a list shows; what is null is not asked for.
 *
 * @param text part of the member's or the branch's name
 */
public record MemberFilter(
        @Nullable OrganisationId organisation,
        @Nullable Standing standing,
        MemberState state,
        @Nullable String text) {}
