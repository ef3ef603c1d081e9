package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import java.time.LocalDate;

/** A sweep changed warnings of one rule; which ones, and why, is in their own histories. */
public record WarningsSwept(String rule, LocalDate on, int found, int refreshed, int cleared) implements DomainEvent {}
