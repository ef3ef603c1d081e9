package io.qiangcun.core.attachment;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the files of records. Asks for no authority of its own: the slice that owns the record decides who may change
 * it before it calls here.
 */
@Service
@Transactional
public class AttachmentService {

    private static final int LONGEST_NAME = 120;

    private final Attachments attachments;
    private final AttachmentMapper mapper;
    private final AttachmentStore store;
    private final AttachmentProperties limits;
    private final Clock clock;

    AttachmentService(
            Attachments attachments,
            AttachmentMapper mapper,
            AttachmentStore store,
            AttachmentProperties limits,
            Clock clock) {
        this.attachments = attachments;
        this.mapper = mapper;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /** Adds all of them or, if one is refused, none. */
    public void attach(Jurisdiction jurisdiction, Actor actor, AttachmentOwner owner, List<Upload> uploads) {
        if (!jurisdiction.covers(owner.place())) {
            throw new IllegalArgumentException("The record lies outside " + jurisdiction);
        }
        if (list(jurisdiction, owner).size() + uploads.size() > limits.perRecord()) {
            throw new AttachmentRefused("too-many", limits.perRecord());
        }
        uploads.forEach(upload -> attach(actor, owner, upload));
    }

    /** What was removed is kept, but shown no longer. */
    public void remove(Jurisdiction jurisdiction, Actor actor, AttachmentOwner owner, AttachmentId id) {
        var attachment = attachments
                .findById(id, jurisdiction)
                .filter(found -> found.belongsTo(owner))
                .orElseThrow(() -> new AttachmentNotFound(id));
        attachment.remove(Recorded.by(actor, clock.instant()));
        attachments.save(attachment);
    }

    @Transactional(readOnly = true)
    public List<AttachmentView> list(Jurisdiction jurisdiction, AttachmentOwner owner) {
        return attachments
                .findAll(jurisdiction, of(owner), Pageable.unpaged(Sort.by("recorded.at", "name")))
                .map(mapper::toView)
                .toList();
    }

    /** The attachments of many records at once, by record. */
    @Transactional(readOnly = true)
    public Map<UUID, List<AttachmentView>> listAll(Jurisdiction jurisdiction, String kind, Collection<UUID> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        return attachments
                .findAll(
                        jurisdiction,
                        (root, query, cb) -> cb.and(
                                cb.equal(root.get("ownerKind"), kind),
                                root.get("ownerId").in(owners),
                                cb.isNull(root.get("removed").get("at"))),
                        Pageable.unpaged(Sort.by("recorded.at", "name")))
                .map(mapper::toView)
                .stream()
                .collect(Collectors.groupingBy(view -> view.owner().id()));
    }

    /** The file of an attachment that is not removed. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(Jurisdiction jurisdiction, AttachmentId id, boolean small) {
        return attachments
                .findById(id, jurisdiction)
                .filter(found -> !found.isRemoved())
                .map(found -> new StoredFile(
                        store.fileOf(id, small && found.isPhoto()),
                        found.getOwner().kind(),
                        found.getName(),
                        found.getMediaType(),
                        found.getSha256(),
                        found.isPhoto()));
    }

    private void attach(Actor actor, AttachmentOwner owner, Upload upload) {
        var id = AttachmentId.next();
        forgetUnlessCommitted(id);
        var kept = store.keep(id, upload, shown(upload.name()));
        var name = named(shown(upload.name()), kept.type());
        attachments.save(new Attachment(
                id, owner, name, kept.type(), kept.size(), kept.sha256(), Recorded.by(actor, clock.instant())));
    }

    private void forgetUnlessCommitted(AttachmentId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    store.forget(id);
                }
            }
        });
    }

    private static Specification<Attachment> of(AttachmentOwner owner) {
        return (root, query, cb) -> cb.and(
                cb.equal(root.get("ownerKind"), owner.kind()),
                cb.equal(root.get("ownerId"), owner.id()),
                cb.isNull(root.get("removed").get("at")));
    }

    /** The last part of what its sender calls it, without what could mislead a reader. */
    static String shown(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
                .strip();
        return last.isEmpty() ? "-" : last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) : last;
    }

    /** With the extension of what it is. */
    private static String named(String name, FileType type) {
        var dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "." + type.extension();
    }
}
