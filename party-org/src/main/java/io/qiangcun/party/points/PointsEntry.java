package io.qiangcun.party.points;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact, the rule it falls under, and what somebody else said to it. Corrected by another entry, never changed. */
@Entity
@Table(name = "party_points_entry")
class PointsEntry extends AuditedAggregate<PointsEntry> implements PlaceBound {

    @EmbeddedId
    private EntryId id;

    @Embedded
    private PlaceCode place;

    @Embedded
    private OrganisationId organisation;

    @Embedded
    private MemberId member;

    private UUID ruleId;

    private String ruleCode;

    private BigDecimal amount;

    private LocalDate factOn;

    private String fact;

    private String evidence;

    private @Nullable String sourceKind;

    private @Nullable UUID sourceId;

    private String sourceKey;

    private @Nullable String sourceLabel;

    private @Nullable String sourceHref;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "reverses"))
    private @Nullable EntryId reverses;

    @Embedded
    private Recorded entered;

    @Enumerated(EnumType.STRING)
    private EntryStatus status;

    private boolean reversed;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
    @AttributeOverride(name = "post", column = @Column(name = "decided_by"))
    @AttributeOverride(name = "person", column = @Column(name = "decided_by_person"))
    private @Nullable Recorded decided;

    private @Nullable String decisionNote;

    @SuppressWarnings("NullAway.Init")
    protected PointsEntry() {}

    PointsEntry(EnterPoints command, PlaceCode place, PointsRule rule, @Nullable FactSource source, Recorded entered) {
        this.id = command.id();
        this.place = place;
        this.organisation = command.branch();
        this.member = command.member();
        this.ruleId = rule.ruleId();
        this.ruleCode = rule.code();
        this.amount = rule.signed();
        this.factOn = command.factOn();
        this.fact = command.fact();
        this.evidence = command.evidence();
        this.sourceKey = keyOf(command, source);
        if (source != null) {
            this.sourceKind = source.kind();
            this.sourceId = source.id();
            this.sourceLabel = source.label();
            this.sourceHref = source.href();
        }
        this.entered = entered;
        this.status = EntryStatus.ENTERED;
        registerEvent(new PointsEntered(id, place, ruleCode));
    }

    private PointsEntry(EntryId id, PointsEntry wrong, String reason, Recorded entered) {
        this.id = id;
        this.place = wrong.place;
        this.organisation = wrong.organisation;
        this.member = wrong.member;
        this.ruleId = wrong.ruleId;
        this.ruleCode = wrong.ruleCode;
        this.amount = wrong.amount.negate();
        this.factOn = wrong.factOn;
        this.fact = reason;
        this.evidence = "";
        this.sourceKey = wrong.sourceKey;
        this.reverses = wrong.id;
        this.entered = entered;
        this.status = EntryStatus.ENTERED;
        registerEvent(new PointsEntered(id, place, ruleCode));
    }

    /** What makes two entries about the same fact the same: the record, or the day with what happened. */
    static String keyOf(EnterPoints command, @Nullable FactSource source) {
        return source == null ? command.factOn() + " " + command.fact().replaceAll("\\s", "") : source.key();
    }

    PointsEntry reversal(EntryId with, String reason, Recorded by) {
        if (status != EntryStatus.APPROVED || reverses != null) {
            throw new PointsRefused("reason", "not-reversible");
        }
        if (reversed) {
            throw new PointsRefused("reason", "reversed");
        }
        return new PointsEntry(with, this, reason, by);
    }

    void decide(EntryStatus how, String note, Recorded by) {
        if (status != EntryStatus.ENTERED) {
            throw new PointsStale();
        }
        status = how;
        decisionNote = note;
        decided = by;
        registerEvent(new PointsDecided(id, place, how));
    }

    void markReversed() {
        reversed = true;
    }

    EntryId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    OrganisationId getOrganisation() {
        return organisation;
    }

    MemberId getMember() {
        return member;
    }

    UUID getRuleId() {
        return ruleId;
    }

    String getRuleCode() {
        return ruleCode;
    }

    LocalDate getFactOn() {
        return factOn;
    }

    @Nullable
    EntryId getReverses() {
        return reverses;
    }
}
