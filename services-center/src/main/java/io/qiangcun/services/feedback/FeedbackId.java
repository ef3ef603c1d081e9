package io.qiangcun.services.feedback;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies what somebody said about the software or the work. */
public record FeedbackId(@Column(name = "feedback_id") UUID value) {

    public static FeedbackId valueOf(String text) {
        return new FeedbackId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
