package io.qiangcun.party.member;

import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person's membership. It is in one branch at a time, and it is kept where that branch is. */
@Entity
@Table(name = "party_member")
class Member extends AuditedAggregate<Member> implements PlaceBound {

    @EmbeddedId
    private MemberId id;

    @Embedded
    private PlaceCode place;

    @Embedded
    private OrganisationId organisation;

    @Embedded
    private PersonId person;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private LocalDate joinedOn;

    private @Nullable LocalDate fullOn;

    private LocalDate inBranchSince;

    private @Nullable LocalDate floatingSince;

    private @Nullable String floatingTo;

    private @Nullable String excludedReason;

    private @Nullable LocalDate observedSince;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "to_place"))
    private @Nullable PlaceCode toPlace;

    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending ending;

    private @Nullable String endedReason;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    Member(EnrolMember command, OrganisationBrief branch) {
        this.id = command.id();
        this.place = branch.place();
        this.organisation = branch.id();
        this.person = command.person();
        this.standing = command.standing();
        this.joinedOn = command.joinedOn();
        this.fullOn = command.fullOn();
        this.inBranchSince = latest(command.joinedOn(), branch.foundedOn());
        if (standing == Standing.FULL && fullOn == null) {
            throw MemberRefused.fullSinceMissing();
        }
        if (standing == Standing.PROBATIONARY && fullOn != null) {
            throw MemberRefused.fullSinceTooMuch();
        }
        if (fullOn != null && fullOn.isBefore(joinedOn)) {
            throw MemberRefused.before("fullOn", joinedOn);
        }
        registerEvent(new MemberEnrolled(id, place, organisation, standing));
    }

    void confirm(LocalDate on) {
        requireMember();
        if (standing != Standing.PROBATIONARY) {
            throw MemberRefused.notNow();
        }
        requireNotBefore(on, joinedOn);
        standing = Standing.FULL;
        fullOn = on;
        registerEvent(new MemberConfirmed(id, place, on));
    }

    /** To another branch that who records it sees as well. */
    void transfer(OrganisationBrief to, LocalDate on) {
        requireMember();
        if (to.id().equals(organisation)) {
            throw MemberRefused.sameBranch();
        }
        requireNotBefore(on, inBranchSince);
        var from = organisation;
        organisation = to.id();
        place = to.place();
        inBranchSince = on;
        toPlace = null;
        registerEvent(new MemberTransferred(id, place, from, organisation));
    }

    void handOver(PlaceCode to, LocalDate on) {
        requireMember();
        requireNotBefore(on, inBranchSince);
        toPlace = to;
        registerEvent(new MemberHandedOver(id, place, to));
    }

    void takeBack() {
        requireMember();
        if (toPlace == null) {
            throw MemberRefused.notNow();
        }
        toPlace = null;
        registerEvent(new MemberTakenBack(id, place));
    }

    void goAway(LocalDate since, String where) {
        requireMember();
        requireNotBefore(since, joinedOn);
        floatingSince = since;
        floatingTo = where;
        changed(MemberChange.FLOATING);
    }

    void comeHome() {
        requireMember();
        require(floatingSince != null);
        floatingSince = null;
        floatingTo = null;
        changed(MemberChange.HOME);
    }

    void exclude(String reason) {
        requireMember();
        excludedReason = reason;
        changed(MemberChange.EXCLUDED);
    }

    void include() {
        requireMember();
        require(excludedReason != null);
        excludedReason = null;
        changed(MemberChange.INCLUDED);
    }

    void observe(LocalDate since) {
        requireMember();
        require(standing == Standing.FULL);
        requireNotBefore(since, joinedOn);
        observedSince = since;
        changed(MemberChange.OBSERVED);
    }

    void restore() {
        requireMember();
        require(observedSince != null);
        observedSince = null;
        changed(MemberChange.RESTORED);
    }

    void end(Ending how, LocalDate on, String reason) {
        requireMember();
        requireNotBefore(on, joinedOn);
        if (how == Ending.NOT_CONFIRMED && standing != Standing.PROBATIONARY) {
            throw MemberRefused.notConfirmedIsForProbationary();
        }
        ending = how;
        endedOn = on;
        endedReason = reason;
        toPlace = null;
        registerEvent(new MemberEnded(id, place, how, on));
    }

    /** Probationary and observed members have no vote. */
    boolean votes() {
        return endedOn == null && standing == Standing.FULL && observedSince == null;
    }

    private void changed(MemberChange change) {
        registerEvent(new MemberChanged(id, place, change));
    }

    private void requireMember() {
        if (endedOn != null) {
            throw MemberRefused.ended();
        }
    }

    private static void require(boolean now) {
        if (!now) {
            throw MemberRefused.notNow();
        }
    }

    private static void requireNotBefore(LocalDate on, LocalDate day) {
        if (on.isBefore(day)) {
            throw MemberRefused.before("on", day);
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    MemberId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    OrganisationId getOrganisation() {
        return organisation;
    }

    PersonId getPerson() {
        return person;
    }

    Standing getStanding() {
        return standing;
    }

    LocalDate getJoinedOn() {
        return joinedOn;
    }

    @Nullable
    LocalDate getFullOn() {
        return fullOn;
    }

    LocalDate getInBranchSince() {
        return inBranchSince;
    }

    @Nullable
    LocalDate getFloatingSince() {
        return floatingSince;
    }

    @Nullable
    String getFloatingTo() {
        return floatingTo;
    }

    @Nullable
    String getExcludedReason() {
        return excludedReason;
    }

    @Nullable
    LocalDate getObservedSince() {
        return observedSince;
    }

    @Nullable
    PlaceCode getToPlace() {
        return toPlace;
    }

    @Nullable
    LocalDate getEndedOn() {
        return endedOn;
    }

    @Nullable
    Ending getEnding() {
        return ending;
    }

    @Nullable
    String getEndedReason() {
        return endedReason;
    }
}
