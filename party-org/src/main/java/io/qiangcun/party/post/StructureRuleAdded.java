package io.qiangcun.party.post;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A county asks something more of its villages' committees. */
public record StructureRuleAdded(StructureRuleId rule, PlaceCode placeCode, String title, LocalDate validFrom)
        implements DomainEvent, PlaceBound {}
