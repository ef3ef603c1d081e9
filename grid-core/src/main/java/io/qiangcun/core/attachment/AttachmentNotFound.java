package io.qiangcun.core.attachment;

import io.qiangcun.core.error.NotFound;

/** There is no such attachment, or it lies outside the jurisdiction: nobody learns which. */
public class AttachmentNotFound extends NotFound {

    public AttachmentNotFound(AttachmentId id) {
        super("attachment", id);
    }
}
