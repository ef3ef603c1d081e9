package io.qiangcun.core.duty;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
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

/** Somebody above the holder says, with a reason, that duties of one rule due until the expiry need not be done. */
@Entity
@Table(name = "duty_waiver")
class Waiver extends AuditedAggregate<Waiver> implements PlaceBound {

    @EmbeddedId
    private WaiverId id;

    @Embedded
    private PlaceCode place;

    private UUID dutySubject;

    private String ruleCode;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private LocalDate dueFrom;

    private LocalDate expiresOn;

    private String reason;

    private @Nullable UUID approverAccount;

    private String approverPost;

    private String approverHolder;

    private Instant approvedAt;

    private @Nullable Instant withdrawnAt;

    private @Nullable String withdrawnBy;

    private @Nullable String withdrawalReason;

    @SuppressWarnings("NullAway.Init")
    protected Waiver() {}

    Waiver(WaiverId id, Kind kind, OwedDuty duty, LocalDate dueFrom, WaiveDuty command, Actor by, Instant at) {
        if (command.expiresOn().isBefore(dueFrom)) {
            throw new WaiverRefused("expiresOn", "expires-before-due");
        }
        if (command.reason().isBlank()) {
            throw new WaiverRefused("reason", "no-reason");
        }
        var account = by.account();
        this.id = id;
        this.place = duty.place();
        this.dutySubject = duty.subject();
        this.ruleCode = duty.rule();
        this.kind = kind;
        this.dueFrom = dueFrom;
        this.expiresOn = command.expiresOn();
        this.reason = command.reason();
        this.approverAccount = account == null ? null : account.value();
        this.approverPost = by.post();
        this.approverHolder = by.holder();
        this.approvedAt = at;
        registerEvent(new DutyWaived(id, ruleCode, dutySubject, dueFrom, expiresOn, reason, place));
    }

    void withdraw(Actor by, String reason, Instant at) {
        if (withdrawnAt != null) {
            throw new WaiverRefused(null, "withdrawn-before");
        }
        if (kind == Kind.APPEAL) {
            throw new WaiverRefused(null, "decided-on-appeal");
        }
        withdrawnAt = at;
        withdrawnBy = by.post();
        withdrawalReason = reason;
        registerEvent(new WaiverWithdrawn(id, reason, place));
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    /** Granted ones are counted; what an appeal overturned counts nowhere. */
    enum Kind {
        GRANTED,
        APPEAL
    }
}
