package io.qiangcun.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the domain says no. Says all that is wrong, each with a message key, its arguments and, where one is to blame,
 * the form's field.
 */
public abstract class RuleViolated extends RuntimeException {

    private final transient List<Problem> problems;

    protected RuleViolated(@Nullable String field, String messageKey, Object... arguments) {
        this(List.of(Problem.of(field, messageKey, arguments)));
    }

    /** @param problems at least one */
    protected RuleViolated(List<Problem> problems) {
        super(problems.get(0).messageKey() + problems.get(0).arguments());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The message of the first problem. */
    public String messageKey() {
        return problems.get(0).messageKey();
    }

    public Object[] arguments() {
        return problems.get(0).arguments().toArray();
    }

    /** The field of the form that the first message belongs to, or null for the whole form. */
    public @Nullable String field() {
        return problems.get(0).field();
    }
}
