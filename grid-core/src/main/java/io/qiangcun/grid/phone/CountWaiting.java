package io.qiangcun.grid.phone;

import java.time.Duration;
import java.util.UUID;

/**
 * What a device says about its outbox: how much, never what.
 *
 * @param oldest how long the oldest has waited by the device's own clock, so that it may be wrong about the hour
 */
public record CountWaiting(UUID device, int waiting, Duration oldest) {

    public CountWaiting {
        if (waiting < 0 || oldest.isNegative()) {
            throw new IllegalArgumentException("Nothing waits less than not at all");
        }
    }
}
