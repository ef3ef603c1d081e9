package io.qiangcun.grid.incident;

/**
 * Calls every post at the places concerned.
 *
 * @param message what they are to know when they answer
 */
public record StartRollCall(RollCallId id, ConcernId concern, String message) {}
