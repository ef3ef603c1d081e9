package io.qiangcun.core.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A step that is taken several times before it is done.
 *
 * @param withinMonths the longest time from one to the next, or null
 */
public record Repeat(int atLeast, @Nullable Integer withinMonths, Basis basis) {

    public Repeat {
        if (atLeast < 1 || withinMonths != null && withinMonths < 1) {
            throw new IllegalArgumentException("Not a repetition: " + atLeast + " within " + withinMonths);
        }
    }
}
