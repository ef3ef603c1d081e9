package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** The place a warning is about has said by when it will be done. */
public record WarningTakenInHand(
        WarningId warning, String rule, String subject, LocalDate expectedOn, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
