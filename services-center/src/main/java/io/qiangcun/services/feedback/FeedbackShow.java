package io.qiangcun.services.feedback;

/** Which of them a list shows. */
public enum FeedbackShow {
    OPEN("closed_at is null"),
    OVERDUE("closed_at is null and (settle_due < :now or answered_at is null and answer_due < :now)"),
    CLOSED("closed_at is not null");

    private final String condition;

    FeedbackShow(String condition) {
        this.condition = condition;
    }

    public String messageKey() {
        return "services.feedback.show." + name();
    }

    String condition() {
        return condition;
    }
}
