package io.qiangcun.core.web;

import io.qiangcun.core.attachment.StoredFile;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands out a file in a way that no browser takes it for a page: our own photos are shown, everything else is saved. */
public final class FileAnswer {

    private FileAnswer() {}

    /** For those who may read it now; each time they are asked again. */
    public static ResponseEntity<Resource> toReader(StoredFile file, boolean small) {
        return answer(file, small, CacheControl.noCache().cachePrivate());
    }

    /** For anybody; a copy on the way is asked for again, too, as it may be taken back. */
    public static ResponseEntity<Resource> toAnybody(StoredFile file, boolean small) {
        return answer(file, small, CacheControl.noCache().cachePublic());
    }

    private static ResponseEntity<Resource> answer(StoredFile file, boolean small, CacheControl kept) {
        var disposition = file.photo() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        "Content-Disposition",
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(kept)
                .eTag(file.sha256() + (small ? "-small" : ""))
                .body(new FileSystemResource(file.path()));
    }
}
