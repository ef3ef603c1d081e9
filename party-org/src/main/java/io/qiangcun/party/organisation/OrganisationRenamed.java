package io.qiangcun.party.organisation;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A Party organisation bears another name. */
public record OrganisationRenamed(OrganisationId organisation, PlaceCode placeCode, String name, LocalDate effectiveOn)
        implements DomainEvent, PlaceBound {}
