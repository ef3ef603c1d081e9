package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import java.util.UUID;

/** A domain event by which a record no longer counts: what it fulfilled is owed again, unless another record does. */
public interface RevokesFulfilment extends DomainEvent {

    UUID recordId();
}
