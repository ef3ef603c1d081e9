package io.qiangcun.core.procedure;

/** A part of a procedure, of one or more steps. */
public record Stage(String code, String title) {}
