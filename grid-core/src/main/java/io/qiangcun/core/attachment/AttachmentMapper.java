package io.qiangcun.core.attachment;

import io.qiangcun.core.mapping.CoreMapping;
import org.mapstruct.Mapper;

@Mapper(config = CoreMapping.class)
interface AttachmentMapper {

    AttachmentView toView(Attachment attachment);
}
