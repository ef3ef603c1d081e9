package io.qiangcun.core.report;

import io.qiangcun.core.domain.DomainEvent;
import java.time.YearMonth;

/** The drafts of a month were laid out for every place that reports. */
public record MonthDrafted(YearMonth month, int reports) implements DomainEvent {}
