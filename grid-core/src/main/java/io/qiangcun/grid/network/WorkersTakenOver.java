package io.qiangcun.grid.network;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/**
 * Many who work in grids came from a list.
 *
 * @param agreed how many of them the list says were agreed to before
 */
public record WorkersTakenOver(PlaceCode placeCode, int workers, int agreed) implements DomainEvent, PlaceBound {}
