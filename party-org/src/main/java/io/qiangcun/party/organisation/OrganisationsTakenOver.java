package io.qiangcun.party.organisation;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Many organisations were entered at once from an earlier list. */
public record OrganisationsTakenOver(PlaceCode placeCode, int organisations) implements DomainEvent, PlaceBound {}
