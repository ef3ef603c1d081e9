package io.qiangcun.core.attachment;

import java.nio.file.Path;

/**
 * A file on the disk, with what its sender calls it.
 *
 * @param ownerKind the kind of record it belongs to
 * @param photo whether it is one of our own photos, that may be shown in place
 */
public record StoredFile(Path path, String ownerKind, String name, String mediaType, String sha256, boolean photo) {}
