package io.qiangcun.party.member;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;

/** Somebody is recorded as a member of a branch. */
public record MemberEnrolled(MemberId member, PlaceCode placeCode, OrganisationId organisation, Standing standing)
        implements DomainEvent, PlaceBound {}
