package io.qiangcun.services.feedback;

/** What it is about; a row, which a county words. */
public record FeedbackKind(String code, String name) {}
