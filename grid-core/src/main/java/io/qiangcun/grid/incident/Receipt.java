package io.qiangcun.grid.incident;

import java.time.Instant;

/**
 * What somebody who reports keeps: that it has come, and as what.
 *
 * @param again whether it had come before
 */
public record Receipt(ReportVersionId version, ConcernId concern, Instant receivedAt, boolean again) {}
