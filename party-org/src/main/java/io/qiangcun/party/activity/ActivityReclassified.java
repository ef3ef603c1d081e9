package io.qiangcun.party.activity;

import io.qiangcun.core.duty.RevokesFulfilment;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** A submitted record turned out to be of another kind; comes before the correction that says so. */
public record ActivityReclassified(ActivityId activity, PlaceCode placeCode, ActivityKind from, ActivityKind to)
        implements PlaceBound, RevokesFulfilment {

    @Override
    public UUID recordId() {
        return activity.value();
    }
}
