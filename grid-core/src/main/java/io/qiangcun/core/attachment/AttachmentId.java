package io.qiangcun.core.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names an attachment for good; also the name of its file. */
@Embeddable
public record AttachmentId(@Column(name = "attachment_id") UUID value) implements Serializable {

    public static AttachmentId next() {
        return new AttachmentId(UUID.randomUUID());
    }

    /** Binds path variables. */
    public static AttachmentId valueOf(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
