package io.qiangcun.core.warning;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people do about a warning. It is found, raised and cleared by the sweep in SQL and is never created here; only
 * the columns that people change are mapped.
 */
@Entity
@Table(name = "warning")
class EarlyWarning extends AuditedAggregate<EarlyWarning> implements PlaceBound {

    @EmbeddedId
    private WarningId id;

    @Embedded
    private PlaceCode place;

    @Column(updatable = false)
    private String ruleCode;

    @Column(updatable = false)
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private WarningLevel level;

    @Enumerated(EnumType.STRING)
    private HolderLevel holderLevel;

    private String holderPlace;

    private Instant heldSince;

    @Enumerated(EnumType.STRING)
    private WarningStatus status;

    private int urges;

    private @Nullable Instant urgedAt;

    private @Nullable String urgedBy;

    private @Nullable String urgeNote;

    private @Nullable LocalDate expectedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Appeal appeal;

    private @Nullable String appealReason;

    private @Nullable Instant appealedAt;

    private @Nullable UUID appealedBy;

    private @Nullable LocalDate endedOn;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected EarlyWarning() {}

    /** True if it was not seen before. */
    boolean see() {
        if (status != WarningStatus.FOUND) {
            return false;
        }
        status = WarningStatus.SEEN;
        registerEvent(new WarningSeen(id, ruleCode, subject, place));
        return true;
    }

    void takeInHand(LocalDate expectedOn) {
        requireOpen();
        this.status = WarningStatus.IN_HAND;
        this.expectedOn = expectedOn;
        registerEvent(new WarningTakenInHand(id, ruleCode, subject, expectedOn, place));
    }

    void urge(Actor by, String note, Instant at) {
        requireOpen();
        if (status != WarningStatus.IN_HAND) {
            status = WarningStatus.URGED;
        }
        urges++;
        urgedAt = at;
        urgedBy = by.post();
        urgeNote = note;
        registerEvent(new WarningUrged(id, ruleCode, subject, note, place));
    }

    void transfer(HolderLevel to, String note, Instant at) {
        requireOpen();
        if (to == holderLevel) {
            throw new WarningActionRefused("to", "held-there-already");
        }
        holderLevel = to;
        holderPlace = to.over(place).value();
        heldSince = at;
        registerEvent(new WarningTransferred(id, ruleCode, subject, to, note, place));
    }

    void appeal(Actor by, String reason, Instant at) {
        requireOpen();
        if (appeal != null) {
            throw new WarningActionRefused("reason", appeal == Appeal.PENDING ? "appeal-pending" : "appealed-before");
        }
        var account = by.account();
        appeal = Appeal.PENDING;
        appealReason = reason;
        appealedAt = at;
        appealedBy = account == null ? null : account.value();
        registerEvent(new WarningAppealed(id, ruleCode, subject, reason, place));
    }

    void decide(Actor by, boolean upheld, String reason, Instant at, LocalDate today) {
        requireOpen();
        if (appeal != Appeal.PENDING) {
            throw new WarningActionRefused(null, "no-appeal");
        }
        var account = by.account();
        if (account == null || account.value().equals(appealedBy)) {
            throw new WarningActionRefused(null, "own-appeal");
        }
        appeal = upheld ? Appeal.UPHELD : Appeal.DISMISSED;
        if (upheld) {
            status = WarningStatus.OVERTURNED;
            endedAt = at;
            endedOn = today;
        }
        registerEvent(new AppealDecided(id, ruleCode, subject, upheld, reason, place));
    }

    boolean isOpen() {
        return status.isOpen();
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new WarningActionRefused(null, "ended");
        }
    }

    WarningId getId() {
        return id;
    }

    WarningLevel getLevel() {
        return level;
    }

    HolderLevel getHolderLevel() {
        return holderLevel;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }
}
