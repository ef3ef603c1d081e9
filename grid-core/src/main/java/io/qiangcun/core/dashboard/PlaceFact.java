package io.qiangcun.core.dashboard;

/**
 * One number on the page of a place, and the list behind it. Declare it as a bean of the contributing module; all numbers of a
 * page are asked for in one statement.
 *
 * @param titleKey what is counted, as a message
 * @param authority what an account needs to be shown it, which the list behind it needs too
 * @param count a select of one number, binding {@code :lo}, {@code :hi} (the place) and {@code :today}
 * @param href the list of the very rows counted; {@code {place}} stands for the code of the place
 */
public record PlaceFact(Subject subject, int order, String titleKey, String authority, String count, String href) {

    /** Under which heading it stands. */
    public enum Subject {
        ORGANISATION,
        LIFE,
        WORK
    }
}
