package io.qiangcun.services.feedback;

/** What is done about what somebody said. */
public enum FeedbackAct {
    ANSWER,
    CLOSE,
    CORRECT,
    RELEASE,
    RETRACT;

    public String messageKey() {
        return "services.feedback.act." + name();
    }
}
