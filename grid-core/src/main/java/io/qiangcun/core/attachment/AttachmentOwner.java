package io.qiangcun.core.attachment;

import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * The record that attachments belong to; who may see it is decided by its place.
 *
 * @param kind the code of an {@link AttachmentKind}
 */
@Embeddable
public record AttachmentOwner(
        @Column(name = "owner_kind") String kind,
        @Column(name = "owner_id") UUID id,
        PlaceCode place) {}
