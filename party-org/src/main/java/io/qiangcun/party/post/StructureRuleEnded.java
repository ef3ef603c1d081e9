package io.qiangcun.party.post;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** From a day on a county no longer asks it. */
public record StructureRuleEnded(StructureRuleId rule, PlaceCode placeCode, LocalDate validTo)
        implements DomainEvent, PlaceBound {}
