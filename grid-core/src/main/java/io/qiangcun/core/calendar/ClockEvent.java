package io.qiangcun.core.calendar;

import java.time.Instant;

/**
 * Something that a {@link CaseClock} takes notice of.
 *
 * @param <H> who can hold a case
 */
public sealed interface ClockEvent<H> {

    Instant at();

    /** The clock starts. */
    record Opened<H>(Instant at, H holder) implements ClockEvent<H> {}

    /** Somebody else has it from now on; the clock goes on. */
    record HandedOver<H>(Instant at, H holder) implements ClockEvent<H> {}

    /**
     * The clock stands still.
     *
     * @param evidence without it nothing stands still
     */
    record Paused<H>(Instant at, String evidence) implements ClockEvent<H> {

        public Paused {
            if (evidence.isBlank()) {
                throw new IllegalArgumentException("A clock is paused with evidence only");
            }
        }
    }

    /** The clock goes on after a pause. */
    record Resumed<H>(Instant at) implements ClockEvent<H> {}

    /** Nobody holds it any more. */
    record Closed<H>(Instant at) implements ClockEvent<H> {}

    /** The clock goes on where it stood. */
    record Reopened<H>(Instant at, H holder) implements ClockEvent<H> {}
}
