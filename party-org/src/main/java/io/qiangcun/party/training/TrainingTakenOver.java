package io.qiangcun.party.training;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Classes that were kept elsewhere before were taken over. */
public record TrainingTakenOver(int classes, int attendances, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
