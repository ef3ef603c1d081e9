package io.qiangcun.services.request;

import io.qiangcun.core.place.PlaceCode;

/**
 * A request becomes a grid event.
 *
 * @param place the place of the request, or one in it
 * @param kind of the catalogue of events
 * @param spot where exactly, or what else the worker needs to know
 */
public record ToGrid(PlaceCode place, String kind, boolean urgent, String spot) {}
