package io.qiangcun.economy.cooperative;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.economy.book.BookId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cooperative led by a branch, or the federation of a township. Its end is written down; nothing of it goes. */
@Entity
@Table(name = "economy_cooperative")
class Cooperative extends AuditedAggregate<Cooperative> implements PlaceBound {

    @EmbeddedId
    private CooperativeId id;

    @Embedded
    private PlaceCode place;

    @Enumerated(EnumType.STRING)
    private CooperativeKind kind;

    private String name;

    private @Nullable UUID branchId;

    private String branchName;

    @Enumerated(EnumType.STRING)
    private Industry industry;

    private LocalDate foundedOn;

    private String creditCode;

    @Enumerated(EnumType.STRING)
    private CooperativeMode mode;

    @Embedded
    private @Nullable BookId book;

    private String development;

    private String operation;

    private String equity;

    private String joining;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "federation_id"))
    private @Nullable CooperativeId federation;

    private String federationName = "";

    private String state = "ACTIVE";

    private @Nullable LocalDate dissolvedOn;

    private String dissolvedReason = "";

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected Cooperative() {}

    Cooperative(WriteCooperative command, Recorded recorded) {
        this.id = command.id();
        this.place = command.place();
        this.kind = place.kind() == PlaceKind.TOWNSHIP ? CooperativeKind.FEDERATION : CooperativeKind.COOPERATIVE;
        write(command, recorded);
    }

    void rewrite(WriteCooperative command, Recorded by) {
        requireActive();
        write(command, by);
    }

    private void write(WriteCooperative command, Recorded by) {
        name = command.name();
        branchId = command.branch();
        branchName = command.branchName();
        industry = command.industry();
        foundedOn = command.foundedOn();
        var code = command.creditCode();
        creditCode = code == null ? "" : code.value();
        mode = command.mode();
        book = command.book();
        development = command.sections().development();
        operation = command.sections().operation();
        equity = command.sections().equity();
        joining = command.sections().joining();
        recorded = by;
        registerEvent(new CooperativeWritten(id, name, place));
    }

    void dissolve(LocalDate on, String reason) {
        requireActive();
        if (on.isBefore(foundedOn)) {
            throw new CooperativeRefused("on", "before-founding", foundedOn);
        }
        state = "DISSOLVED";
        dissolvedOn = on;
        dissolvedReason = reason;
        registerEvent(new CooperativeDissolved(id, name, reason, place));
    }

    /** @param into null where it leaves the one it was in */
    void federate(@Nullable Cooperative into) {
        requireActive();
        if (kind == CooperativeKind.FEDERATION) {
            throw new CooperativeRefused("federation", "federation-itself");
        }
        federation = into == null ? null : into.id;
        federationName = into == null ? "" : into.name;
        registerEvent(new CooperativeFederated(id, federationName, place));
    }

    void tag(TagLevel level, String by) {
        requireActive();
        registerEvent(new CooperativeTagged(id, level, by, place));
    }

    void untag(String reason) {
        registerEvent(new CooperativeTagRevoked(id, reason, place));
    }

    void agree(String enterprise) {
        requireActive();
        registerEvent(new PartnershipAgreed(id, enterprise, place));
    }

    void part(String reason) {
        registerEvent(new PartnershipEnded(id, reason, place));
    }

    void requireActive() {
        if (!state.equals("ACTIVE")) {
            throw new CooperativeStale(name);
        }
    }

    boolean isFederation() {
        return kind == CooperativeKind.FEDERATION;
    }

    CooperativeId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    String getName() {
        return name;
    }

    LocalDate getFoundedOn() {
        return foundedOn;
    }
}
