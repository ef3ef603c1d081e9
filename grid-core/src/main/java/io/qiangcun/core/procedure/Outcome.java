package io.qiangcun.core.procedure;

import org.jspecify.annotations.Nullable;

/**
 * How a step may end.
 *
 * @param to the step to return to
 * @param result in a word, how the case ends
 * @param vote what the vote must have said
 * @param most how often in one case, or null for as often as needed
 * @param extendsBy the field that says by how many months the case is extended
 * @param waits whether it waits for the step's earliest day though it does not go on: for what may not come too soon
 * @param itemsDone whether every row of the case's lists that has to be done must be
 * @param basis the text that allows it, or null
 */
public record Outcome(
        String code,
        String title,
        Effect effect,
        @Nullable String to,
        @Nullable String result,
        VoteNeed vote,
        @Nullable Integer most,
        @Nullable String extendsBy,
        boolean waits,
        boolean itemsDone,
        @Nullable Basis basis) {

    /** The outcome of a step that names none. */
    public static final String DONE = "done";

    /** What follows. */
    public enum Effect {
        /** The step is done. */
        GO_ON,
        /** One of several times that the step is taken. */
        STAY,
        /** An earlier step is to be taken again, and all that follow it. */
        GO_TO,
        /** The case ends. */
        END
    }

    /** What the vote must have said for the outcome to be chosen. */
    public enum VoteNeed {
        PASSED,
        NOT_PASSED,
        ANY
    }

    public Outcome {
        if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("Not a code of an outcome: " + code);
        }
        if ((effect == Effect.GO_TO) == (to == null)) {
            throw new IllegalArgumentException("The outcome " + code + " names a step if it goes to one");
        }
        if ((effect == Effect.END) == (result == null)) {
            throw new IllegalArgumentException("The outcome " + code + " has a result if it ends the case");
        }
        if (vote == null) {
            vote = effect == Effect.GO_ON ? VoteNeed.PASSED : VoteNeed.ANY;
        }
        if (most != null && most < 1) {
            throw new IllegalArgumentException("The outcome " + code + " can never be chosen");
        }
    }

    static Outcome done() {
        return new Outcome(DONE, "", Effect.GO_ON, null, null, VoteNeed.PASSED, null, null, false, false, null);
    }

    boolean isTimed() {
        return effect == Effect.GO_ON || waits;
    }

    boolean fits(boolean passed) {
        return switch (vote) {
            case ANY -> true;
            case PASSED -> passed;
            case NOT_PASSED -> !passed;
        };
    }
}
