package io.qiangcun.services.feedback;

import java.time.OffsetDateTime;

/** A line of what was done about it. */
public record FeedbackLine(FeedbackAct kind, String words, String post, String person, OffsetDateTime at) {}
