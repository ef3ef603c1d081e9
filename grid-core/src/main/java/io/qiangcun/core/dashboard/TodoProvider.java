package io.qiangcun.core.dashboard;

import io.qiangcun.core.account.Actor;
import java.util.List;
import java.util.Optional;

/** Says what may wait for an account; the home pages begin with it. Declare it as a bean of the contributing slice. */
public interface TodoProvider {

    /** What is to be counted for this actor, or nothing if it is not for him. */
    Optional<Question> ask(Actor actor);

    /**
     * What may wait, and the select that counts it. All questions of a desk are asked in one statement.
     *
     * @param counts a select of one array of bigint, in the order of the matters; binds {@code :lo}, {@code :hi} (the
     *     jurisdiction), {@code :root} (its place), {@code :today}, {@code :now}, {@code :login} and {@code :holder} (who asks)
     */
    record Question(String counts, List<Matter> matters) {

        public Question {
            matters = List.copyOf(matters);
        }

        /** One number: counted is what follows "from", with the condition. */
        public static Question of(Matter matter, String counted) {
            return new Question("select array[count(*)] from " + counted, List.of(matter));
        }
    }

    /**
     * Something that may wait so and so many times.
     *
     * @param messageKey a sentence with the count as its argument
     */
    record Matter(String messageKey, String href, Urgency urgency) {}

    /** Overdue comes first. */
    enum Urgency {
        OVERDUE,
        DUE,
        WAITING
    }
}
