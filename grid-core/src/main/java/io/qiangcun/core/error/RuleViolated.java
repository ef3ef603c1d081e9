package io.qiangcun.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of the domain says no. Carries a message key with arguments and, where one is to blame, the form's field. */
public abstract class RuleViolated extends RuntimeException {

    private final String messageKey;
    private final transient List<Object> arguments;
    private final @Nullable String field;

    protected RuleViolated(@Nullable String field, String messageKey, Object... arguments) {
        super(messageKey + List.of(arguments));
        this.field = field;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    /** The field of the form that the message belongs to, or null for the whole form. */
    public @Nullable String field() {
        return field;
    }
}
