package io.qiangcun.core.attachment;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** A file is shown no longer; it is kept. */
public record AttachmentRemoved(AttachmentId attachment, PlaceCode placeCode, String ownerKind, UUID ownerId)
        implements DomainEvent, PlaceBound {}
