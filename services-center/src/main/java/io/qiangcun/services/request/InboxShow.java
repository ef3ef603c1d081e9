package io.qiangcun.services.request;

/** What somebody looks through: what is with his place, in parts, and all that lies within it. */
public enum InboxShow {
    HERE("r.holder_place = :root and r.closed_at is null"),
    UNCLAIMED("r.holder_place = :root and r.closed_at is null and r.claimed_by is null"),
    MINE("r.claimed_by = :me and r.closed_at is null"),
    TODAY("r.holder_place = :root and r.closed_at is null and r.due_at >= :now and r.due_at < :tomorrow"),
    OVERDUE("r.holder_place = :root and r.closed_at is null and r.due_at < :now"),
    WAITING("r.holder_place = :root and r.closed_at is null and r.state in ('SUPPLEMENT', 'WAITING')"),
    BELOW("r.closed_at is null"),
    /** What is archived is found by whoever looks for it, and lies in nobody's way. */
    DONE("r.closed_at is not null and (r.state <> 'ARCHIVED' or :text <> '')");

    private final String condition;

    InboxShow(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    public String messageKey() {
        return "services.request.inbox." + name();
    }
}
