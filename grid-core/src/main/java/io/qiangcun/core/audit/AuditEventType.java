package io.qiangcun.core.audit;

/**
 * Names the kinds of event: the slice and the event, as in {@code core.account.AccountOpened}. The name is at the same
 * time the message key under which the event is shown.
 */
final class AuditEventType {

    private static final String ROOT = "io.qiangcun.";

    private AuditEventType() {}

    static String of(Class<?> event) {
        return event.getName().replace(ROOT, "").replace('$', '.');
    }
}
