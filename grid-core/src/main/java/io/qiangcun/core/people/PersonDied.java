package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A person has died; the record stays. */
public record PersonDied(PersonId person, PlaceCode placeCode, LocalDate diedOn) implements DomainEvent, PlaceBound {}
