package io.qiangcun.core.metric;

import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One of the rows behind a number. */
public record MetricRow(
        PlaceCode place, String placeName, LocalDate day, String label, BigDecimal amount, String href) {}
