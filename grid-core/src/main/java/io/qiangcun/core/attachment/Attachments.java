package io.qiangcun.core.attachment;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Attachments extends Repository<Attachment, AttachmentId>, ScopedReads<Attachment, AttachmentId> {

    Attachment save(Attachment attachment);
}
