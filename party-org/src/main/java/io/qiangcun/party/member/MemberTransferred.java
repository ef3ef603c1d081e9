package io.qiangcun.party.member;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;

/** A member now belongs to another branch. */
public record MemberTransferred(MemberId member, PlaceCode placeCode, OrganisationId from, OrganisationId to)
        implements DomainEvent, PlaceBound {}
