package io.qiangcun.economy.help;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A village is weak no longer. */
public record VillageUnlisted(LocalDate on, String reason, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
