package io.qiangcun.core.web;

/** One choice of a select or of radio buttons: what is sent and what is read. */
public record Option(String value, String label) {}
