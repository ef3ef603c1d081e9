package io.qiangcun.party.organisation;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** An organisation is elected anew, or for the first time. */
public record TermBegun(OrganisationId organisation, PlaceCode placeCode, LocalDate startsOn, LocalDate endsOn)
        implements DomainEvent, PlaceBound {}
