package io.qiangcun.core.attachment;

import io.qiangcun.core.error.RuleViolated;

/** A file that is not taken in; the field of the form is called {@code files}. */
public class AttachmentRefused extends RuleViolated {

    AttachmentRefused(String key, Object... arguments) {
        super("files", "core.attachment.refused." + key, arguments);
    }
}
