package io.qiangcun.party.training;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A class was recorded. */
public record ClassHeld(ClassId classId, String title, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
