package io.qiangcun.party.activity;

import io.qiangcun.core.duty.RevokesFulfilment;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** A submitted record counts no longer. */
public record ActivityWithdrawn(ActivityId activity, PlaceCode placeCode, String reason)
        implements PlaceBound, RevokesFulfilment {

    @Override
    public UUID recordId() {
        return activity.value();
    }
}
