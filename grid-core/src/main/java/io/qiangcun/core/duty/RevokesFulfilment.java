package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import java.util.UUID;

/** A domain event by which a record no longer counts: what it fulfilled is owed again, unless another record does. */
public interface RevokesFulfilment extends DomainEvent, PlaceBound {

    UUID recordId();
}
