package io.qiangcun.core.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.attachment.AttachmentNotFound;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.place.Jurisdiction;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
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
        return FileAnswer.toReader(file, small);
    }
}
