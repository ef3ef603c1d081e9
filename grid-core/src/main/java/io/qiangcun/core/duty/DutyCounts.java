package io.qiangcun.core.duty;

/** How the duties due in a month stand. Due leaves out what was waived; overdue is part of it. */
public record DutyCounts(long due, long done, long late, long overdue, long waived) {}
