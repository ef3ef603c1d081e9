package io.qiangcun.party.organisation;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A Party organisation begins to exist. */
public record OrganisationFounded(
        OrganisationId organisation, PlaceCode placeCode, OrganisationKind kind, String name, LocalDate foundedOn)
        implements DomainEvent, PlaceBound {}
