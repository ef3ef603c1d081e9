package io.qiangcun.core.attachment;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of a record. Its bytes never change; removed, it is shown no longer. */
@Entity
@Table(name = "attachment")
class Attachment extends AuditedAggregate<Attachment> implements PlaceBound {

    @EmbeddedId
    private AttachmentId id;

    @Embedded
    private PlaceCode place;

    private String ownerKind;

    private UUID ownerId;

    private String name;

    @Enumerated(EnumType.STRING)
    private FileType type;

    private long size;

    private String sha256;

    @Embedded
    private Recorded recorded;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "removed_at"))
    @AttributeOverride(name = "post", column = @Column(name = "removed_by"))
    @AttributeOverride(name = "person", column = @Column(name = "removed_by_person"))
    private @Nullable Recorded removed;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    Attachment(
            AttachmentId id,
            AttachmentOwner owner,
            String name,
            FileType type,
            long size,
            String sha256,
            Recorded recorded) {
        this.id = id;
        this.place = owner.place();
        this.ownerKind = owner.kind();
        this.ownerId = owner.id();
        this.name = name;
        this.type = type;
        this.size = size;
        this.sha256 = sha256;
        this.recorded = recorded;
        registerEvent(new AttachmentAdded(id, place, ownerKind, ownerId, sha256));
    }

    void remove(Recorded by) {
        if (removed == null) {
            removed = by;
            registerEvent(new AttachmentRemoved(id, place, ownerKind, ownerId));
        }
    }

    boolean belongsTo(AttachmentOwner owner) {
        return getOwner().equals(owner);
    }

    public AttachmentId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    public AttachmentOwner getOwner() {
        return new AttachmentOwner(ownerKind, ownerId, place);
    }

    public String getName() {
        return name;
    }

    FileType getType() {
        return type;
    }

    public String getMediaType() {
        return type.mediaType();
    }

    public boolean isPhoto() {
        return type.isPhoto();
    }

    public long getSize() {
        return size;
    }

    public String getSha256() {
        return sha256;
    }

    public Recorded getRecorded() {
        return recorded;
    }

    public boolean isRemoved() {
        return removed != null;
    }
}
