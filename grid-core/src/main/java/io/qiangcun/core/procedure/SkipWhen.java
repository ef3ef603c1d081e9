package io.qiangcun.core.procedure;

/** A step is left out when an earlier one has this answer in this field. */
public record SkipWhen(String step, String field, String value) {}
