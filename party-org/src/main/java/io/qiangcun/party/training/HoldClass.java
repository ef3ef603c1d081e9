package io.qiangcun.party.training;

import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Records a class.
 *
 * @param id made when the form was rendered
 * @param hours of study that taking part in all of it counts
 */
public record HoldClass(
        ClassId id,
        PlaceCode place,
        String title,
        ClassKind kind,
        LocalDate from,
        LocalDate to,
        BigDecimal hours,
        String note) {}
