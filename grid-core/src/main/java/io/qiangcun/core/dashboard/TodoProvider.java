package io.qiangcun.core.dashboard;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;

/** Says what waits for the account; the home pages begin with it. Declare it as a bean of the contributing slice. */
public interface TodoProvider {

    /** Things waiting for this actor, none with a count of zero. */
    List<Todo> todos(Jurisdiction jurisdiction, Actor actor, LocalDate today);

    /**
     * So many things wait.
     *
     * @param messageKey a sentence with the count as its argument
     */
    record Todo(String messageKey, long count, String href, Urgency urgency) {}

    /** Overdue comes first. */
    enum Urgency {
        OVERDUE,
        DUE,
        WAITING
    }
}
