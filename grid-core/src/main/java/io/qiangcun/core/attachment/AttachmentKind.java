package io.qiangcun.core.attachment;

/**
 * A kind of record that may have attachments. Declare it as a bean of the module whose records they are.
 *
 * @param code stable, dotted, starting with the module code: {@code party.activity}
 * @param readAuthority what an account needs to read such records, and with them their attachments
 */
public record AttachmentKind(String code, String readAuthority) {}
