package io.qiangcun.party.organisation;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A Party organisation ends. */
public record OrganisationDissolved(OrganisationId organisation, PlaceCode placeCode, LocalDate dissolvedOn)
        implements DomainEvent, PlaceBound {}
