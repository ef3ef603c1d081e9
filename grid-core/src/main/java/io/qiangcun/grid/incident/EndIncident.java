package io.qiangcun.grid.incident;

/**
 * Ends an incident with its review.
 *
 * @param happened what happened
 * @param better what to do better next time
 */
public record EndIncident(ConcernId concern, String happened, String better) {}
