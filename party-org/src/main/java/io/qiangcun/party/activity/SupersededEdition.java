package io.qiangcun.party.activity;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a record said before it was corrected; never changes. */
@Entity
@Table(name = "party_activity_edition")
class SupersededEdition {

    @Id
    @Column(name = "edition_id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "activity_id")
    private Activity activity;

    @Embedded
    private PlaceCode place;

    private int edition;

    @Embedded
    private ActivityContent content;

    private String editionReason;

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected SupersededEdition() {}

    SupersededEdition(
            Activity activity, int edition, ActivityContent content, String editionReason, Recorded recorded) {
        this.id = UUID.randomUUID();
        this.activity = activity;
        this.place = activity.placeCode();
        this.edition = edition;
        this.content = content;
        this.editionReason = editionReason;
        this.recorded = recorded;
    }

    public UUID getId() {
        return id;
    }

    public int getEdition() {
        return edition;
    }

    public ActivityContent getContent() {
        return content;
    }

    public String getEditionReason() {
        return editionReason;
    }

    public Recorded getRecorded() {
        return recorded;
    }
}
