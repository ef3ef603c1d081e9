package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody looked at an encrypted field of a person, and why. */
public record PersonFieldRevealed(PersonId person, PlaceCode placeCode, SecretField field, String reason)
        implements DomainEvent, PlaceBound {}
