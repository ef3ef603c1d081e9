package io.qiangcun.core.attachment.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.attachment.AttachmentNotFound;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.StoredFile;
import io.qiangcun.core.place.Jurisdiction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out files: to those who may read the record, and in a way that no browser takes them for a page. */
@Controller
class AttachmentController {

    private final AttachmentService attachments;
    private final Map<String, String> readAuthorities;

    AttachmentController(AttachmentService attachments, ObjectProvider<AttachmentKind> kinds) {
        this.attachments = attachments;
        this.readAuthorities =
                kinds.stream().collect(Collectors.toMap(AttachmentKind::code, AttachmentKind::readAuthority));
    }

    @GetMapping("/core/attachments/{id}")
    ResponseEntity<Resource> show(
            @PathVariable AttachmentId id,
            @RequestParam(defaultValue = "false") boolean small,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount account) {
        var file = attachments
                .find(jurisdiction, id, small)
                .filter(found -> account.may(readAuthorities.getOrDefault(found.ownerKind(), "")))
                .orElseThrow(() -> new AttachmentNotFound(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header("Content-Disposition", disposition(file).toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(file.sha256() + (small ? "-small" : ""))
                .body(new FileSystemResource(file.path()));
    }

    private static ContentDisposition disposition(StoredFile file) {
        var disposition = file.photo() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return disposition.filename(file.name(), StandardCharsets.UTF_8).build();
    }
}
