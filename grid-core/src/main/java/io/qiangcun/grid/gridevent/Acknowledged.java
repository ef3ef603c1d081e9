package io.qiangcun.grid.gridevent;

import java.time.Instant;

/**
 * That a report has arrived.
 *
 * @param receipt the code by which its reporter asks about it
 */
public record Acknowledged(GridEventId id, String receipt, Instant reportedAt) {}
