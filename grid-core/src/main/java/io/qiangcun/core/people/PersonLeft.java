package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A person has moved out of the installation's sight. */
public record PersonLeft(PersonId person, PlaceCode placeCode, LocalDate leftOn) implements DomainEvent, PlaceBound {}
