package io.qiangcun.core.attachment;

import io.qiangcun.core.account.Recorded;

/**
 * What pages show of an attachment.
 *
 * @param photo whether it can be looked at in place
 * @param sha256 of the file as it is kept
 */
public record AttachmentView(
        AttachmentId id,
        AttachmentOwner owner,
        String name,
        String mediaType,
        long size,
        String sha256,
        boolean photo,
        Recorded recorded) {

    public String href() {
        return "/core/attachments/" + id;
    }

    /** In KB, at least one. */
    public long kilobytes() {
        return Math.max(1, size / 1024);
    }
}
