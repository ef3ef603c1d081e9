package io.qiangcun.party.organisation;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** The level above lets an organisation be elected later. */
public record TermExtended(OrganisationId organisation, PlaceCode placeCode, LocalDate extendedTo, String approval)
        implements DomainEvent, PlaceBound {}
