package io.qiangcun.grid.incident;

import io.qiangcun.core.place.PlaceCode;

/**
 * A call on its way.
 *
 * @param post who is called
 * @param holder whom the call is brought to: the post's own place, or one above that has to reach it
 * @param rung how many levels it has climbed
 */
public record Summons(
        CallId call, PlaceCode place, String login, String post, PlaceCode holder, int rung, String message) {}
