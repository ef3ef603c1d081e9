package io.qiangcun.core.number;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A county counts by a number of its own from a day on. */
public record RuleNumberSet(PlaceCode placeCode, String code, BigDecimal amount, LocalDate validFrom)
        implements DomainEvent, PlaceBound {}
