package io.qiangcun.services.feedback;

import io.qiangcun.core.error.NotFound;

/** Nobody in the jurisdiction said that. */
public class FeedbackNotFound extends NotFound {

    public FeedbackNotFound(FeedbackId id) {
        super("feedback", id);
    }
}
