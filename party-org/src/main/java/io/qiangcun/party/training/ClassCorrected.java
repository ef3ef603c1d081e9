package io.qiangcun.party.training;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A class was put right; the hours of those who took part follow. */
public record ClassCorrected(ClassId classId, String title, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
