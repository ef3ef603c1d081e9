package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import java.time.LocalDate;

/** The calendar was written on: so many duties are new, so many are no longer owed. */
public record DutiesGenerated(LocalDate from, LocalDate to, int added, int archived) implements DomainEvent {}
