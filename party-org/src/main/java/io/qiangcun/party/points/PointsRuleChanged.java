package io.qiangcun.party.points;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A county decides what gives points from a day on. */
public record PointsRuleChanged(String rule, PlaceCode placeCode, LocalDate validFrom, boolean inForce)
        implements DomainEvent, PlaceBound {}
