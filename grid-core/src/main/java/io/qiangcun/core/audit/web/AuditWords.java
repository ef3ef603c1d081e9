package io.qiangcun.core.audit.web;

import io.qiangcun.core.audit.AuditRow;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what the trail keeps in codes; a kind of event that no message names shows its own name. */
@Component
public class AuditWords {

    private static final String SYSTEM = "system";

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    public String type(String type) {
        return say(type, type.substring(type.lastIndexOf('.') + 1));
    }

    public String post(AuditRow row) {
        return row.post().equals(SYSTEM) ? say("core.audit.system", SYSTEM) : row.post();
    }

    public String holder(AuditRow row) {
        return row.holder().equals(SYSTEM) ? "" : row.holder();
    }

    private String say(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE));
    }
}
