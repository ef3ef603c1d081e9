package io.qiangcun.core.duty;

import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** A record that no longer counts. */
record MeetingWithdrawn(UUID recordId, PlaceCode placeCode) implements RevokesFulfilment {}
