package io.qiangcun.core.attachment;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** A file belongs to a record from now on. */
public record AttachmentAdded(
        AttachmentId attachment, PlaceCode placeCode, String ownerKind, UUID ownerId, String sha256)
        implements DomainEvent, PlaceBound {}
