package io.qiangcun.services.request;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.AttachmentView;
import io.qiangcun.core.attachment.StoredFile;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The photos of a request. They stay with its place; a department that holds the request sees these and nothing else of
 * that place, as long as it holds it.
 */
@Component
public class RequestPhotos {

    private final AttachmentService attachments;

    RequestPhotos(AttachmentService attachments) {
        this.attachments = attachments;
    }

    /** Whether the place of the request lies beside whoever looks. */
    public boolean isOutside(Jurisdiction jurisdiction, RequestView request) {
        return !jurisdiction.covers(new PlaceCode(request.placeCode()));
    }

    /** @param request as it is seen in the jurisdiction */
    public List<AttachmentView> list(Jurisdiction jurisdiction, RequestView request) {
        var place = new PlaceCode(request.placeCode());
        var owner = new AttachmentOwner(RequestService.ATTACHMENTS, request.requestId(), place);
        if (!isOutside(jurisdiction, request)) {
            return attachments.list(jurisdiction, owner);
        }
        if (!request.isHere()) {
            return List.of();
        }
        var there = Jurisdiction.within(place);
        try (var scope = Scope.as(there, Jurisdiction.nowhere())) {
            return attachments.list(there, owner);
        }
    }

    /** One of them; nothing for a file of anything else. */
    public Optional<StoredFile> find(Jurisdiction jurisdiction, RequestView request, AttachmentId id, boolean small) {
        if (list(jurisdiction, request).stream().noneMatch(photo -> photo.id().equals(id))) {
            return Optional.empty();
        }
        var there = Jurisdiction.within(new PlaceCode(request.placeCode()));
        try (var scope = Scope.as(there, Jurisdiction.nowhere())) {
            return attachments.find(there, id, small);
        }
    }
}
