package io.qiangcun.services.mode;

/**
 * One part of the working mode.
 *
 * @param number within its position, from 1
 * @param label empty as long as the county has not said what it is
 */
public record ModePart(ModePosition position, int number, String label, String explanation) {

    public ModePart {
        if (number < 1 || number > position.room()) {
            throw new IllegalArgumentException("No place for number " + number + " of " + position);
        }
        if (label.isEmpty() && !explanation.isEmpty()) {
            throw new IllegalArgumentException("What is not named is not explained");
        }
    }

    public boolean isNamed() {
        return !label.isEmpty();
    }
}
