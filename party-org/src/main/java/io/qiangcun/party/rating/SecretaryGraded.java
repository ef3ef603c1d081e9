package io.qiangcun.party.rating;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** A secretary has his yearly grade. */
public record SecretaryGraded(UUID grade, PlaceCode placeCode, int year) implements DomainEvent, PlaceBound {}
