package io.qiangcun.grid.incident;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** How things stand is put together. */
public record BulletinCompiled(BulletinId bulletin, PlaceCode placeCode, int number)
        implements DomainEvent, PlaceBound {}
