package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** The record that fulfilled a duty no longer counts, and no other does: it is owed again. */
public record DutyReopened(UUID duty, String rule, UUID dutySubject, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
