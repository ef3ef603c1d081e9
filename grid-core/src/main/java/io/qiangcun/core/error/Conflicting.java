package io.qiangcun.core.error;

import java.util.List;

/** Somebody else was faster: what the request builds on has changed meanwhile. Shown as 409. */
public abstract class Conflicting extends RuntimeException {

    private final String messageKey;
    private final transient List<Object> arguments;

    protected Conflicting(String messageKey, Object... arguments) {
        super(messageKey + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
