package io.qiangcun.party.organisation;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A Party organisation is built differently from a day on, or has counted its members anew. */
public record OrganisationRestructured(
        OrganisationId organisation, PlaceCode placeCode, Structure structure, LocalDate effectiveOn)
        implements DomainEvent, PlaceBound {}
