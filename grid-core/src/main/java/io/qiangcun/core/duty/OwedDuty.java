package io.qiangcun.core.duty;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;

/** A duty as the module that keeps its records needs to know it. */
public record OwedDuty(
        UUID id,
        String rule,
        String recordKind,
        UUID subject,
        PlaceCode place,
        LocalDate periodFrom,
        LocalDate periodTo) {}
