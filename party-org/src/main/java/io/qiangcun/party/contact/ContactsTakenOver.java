package io.qiangcun.party.contact;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Households and those who look after them came in from a list. */
public record ContactsTakenOver(int households, int contacts, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
