package io.qiangcun.economy.bonus;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a year's income pays was decided. */
public record SchemeDecided(
        SchemeId id, int year, LocalDate decidedOn, String decision, BigDecimal paid, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
