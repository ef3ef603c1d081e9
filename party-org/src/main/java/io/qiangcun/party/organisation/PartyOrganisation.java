package io.qiangcun.party.organisation;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationChange.What;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Party organisation. It sits in one place for good; what changes about it changes from a day on and with a reason. */
@Entity
@Table(name = "party_organisation")
class PartyOrganisation extends AuditedAggregate<PartyOrganisation> implements PlaceBound {

    @EmbeddedId
    private OrganisationId id;

    @Embedded
    private PlaceCode place;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private String name;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "parent_id"))
    private @Nullable OrganisationId parent;

    private LocalDate foundedOn;

    private @Nullable LocalDate dissolvedOn;

    @Embedded
    private Structure structure;

    @OneToMany(
            mappedBy = "organisation",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("effectiveOn, recorded.at")
    private List<OrganisationChange> changes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected PartyOrganisation() {}

    PartyOrganisation(
            OrganisationId id,
            PlaceCode place,
            OrganisationKind kind,
            String name,
            @Nullable PartyOrganisation parent,
            LocalDate foundedOn,
            Structure structure,
            Recorded recorded) {
        this.id = id;
        this.place = place;
        this.kind = kind;
        this.name = name;
        this.parent = parent == null ? null : parent.standingAbove(kind);
        this.foundedOn = foundedOn;
        this.structure = fitting(structure);
        changes.add(new OrganisationChange(this, What.FOUNDED, foundedOn, "", recorded));
        registerEvent(new OrganisationFounded(id, place, kind, name, foundedOn));
    }

    void rename(String newName, LocalDate from, String reason, Recorded recorded) {
        requireEffective(from);
        this.name = newName;
        changes.add(new OrganisationChange(this, What.RENAMED, from, reason, recorded));
        registerEvent(new OrganisationRenamed(id, place, newName, from));
    }

    void restructure(Structure newStructure, LocalDate from, String reason, Recorded recorded) {
        requireEffective(from);
        this.structure = fitting(newStructure);
        changes.add(new OrganisationChange(this, What.RESTRUCTURED, from, reason, recorded));
        registerEvent(new OrganisationRestructured(id, place, newStructure, from));
    }

    void dissolve(LocalDate on, String reason, Recorded recorded) {
        requireEffective(on);
        this.dissolvedOn = on;
        changes.add(new OrganisationChange(this, What.DISSOLVED, on, reason, recorded));
        registerEvent(new OrganisationDissolved(id, place, on));
    }

    private void requireEffective(LocalDate day) {
        if (dissolvedOn != null) {
            throw new OrganisationIsDissolved(name, dissolvedOn);
        }
        if (day.isBefore(foundedOn)) {
            throw new ChangeBeforeFounding(foundedOn);
        }
    }

    private OrganisationId standingAbove(OrganisationKind below) {
        if (!kind.mayStandAbove(below)) {
            throw new ParentTooLow(name);
        }
        return id;
    }

    private Structure fitting(Structure wanted) {
        if (!kind.isBranch() && wanted.hasGroups()) {
            throw new OnlyBranchesHaveGroups();
        }
        return wanted;
    }

    public OrganisationId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    public PlaceCode getPlace() {
        return place;
    }

    public OrganisationKind getKind() {
        return kind;
    }

    public String getName() {
        return name;
    }

    public @Nullable OrganisationId getParent() {
        return parent;
    }

    public LocalDate getFoundedOn() {
        return foundedOn;
    }

    public @Nullable LocalDate getDissolvedOn() {
        return dissolvedOn;
    }

    public Structure getStructure() {
        return structure;
    }

    public List<OrganisationChange> getChanges() {
        return List.copyOf(changes);
    }
}
