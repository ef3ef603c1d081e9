package io.qiangcun.economy.contract;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.VoucherId;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract of a collective. What was in force stays; an amendment adds an edition. */
@Entity
@Table(name = "economy_contract")
class Contract extends AuditedAggregate<Contract> implements PlaceBound {

    @EmbeddedId
    private ContractId id;

    @Embedded
    private BookId book;

    @Embedded
    private PlaceCode place;

    private String number;

    private String name;

    @Enumerated(EnumType.STRING)
    private ContractKind kind;

    @Enumerated(EnumType.STRING)
    private PartyKind partyKind;

    private String party;

    @Enumerated(EnumType.STRING)
    private ObjectKind objectKind;

    private String objectName;

    private @Nullable BigDecimal area;

    private LocalDate signedOn;

    private LocalDate fromOn;

    private LocalDate untilOn;

    private BigDecimal deposit;

    private String incomeAccount;

    private @Nullable LocalDate paidUntil;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decision_case"))
    private @Nullable CaseId decisionCase;

    private String decisionNote;

    @Enumerated(EnumType.STRING)
    private ContractState state = ContractState.DRAFT;

    private int edition = 1;

    /** How often something was booked: two bookings at once meet here. */
    private int bookings;

    private @Nullable LocalDate inForceOn;

    private @Nullable LocalDate endedOn;

    private String endedReason = "";

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected Contract() {}

    Contract(WriteContract command, PlaceCode place, AccountCode income, Recorded recorded) {
        this.id = command.id();
        this.book = command.book();
        this.place = place;
        write(command, income, recorded);
    }

    void rewrite(WriteContract command, AccountCode income, Recorded by) {
        require(ContractState.DRAFT);
        write(command, income, by);
    }

    private void write(WriteContract command, AccountCode income, Recorded by) {
        number = command.number();
        name = command.name();
        kind = command.kind();
        partyKind = command.partyKind();
        party = command.party();
        objectKind = command.objectKind();
        objectName = command.objectName();
        area = command.area();
        signedOn = command.signedOn();
        fromOn = command.terms().from();
        untilOn = command.terms().until();
        deposit = command.deposit().yuan();
        incomeAccount = income.value();
        paidUntil = command.paidUntil();
        decisionCase = command.decisionCase();
        decisionNote = command.decisionNote();
        recorded = by;
        registerEvent(new ContractWritten(id, name, place));
    }

    void comeIntoForce(LocalDate on) {
        require(ContractState.DRAFT);
        state = ContractState.IN_FORCE;
        inForceOn = on;
        registerEvent(new ContractCameIntoForce(id, name, place));
    }

    void amend(Amend command) {
        require(ContractState.IN_FORCE);
        edition++;
        untilOn = command.until();
        registerEvent(new ContractAmended(id, edition, command.reason(), place));
    }

    void end(LocalDate on) {
        require(ContractState.IN_FORCE);
        if (on.isBefore(untilOn)) {
            throw new ContractRefused(null, "not-over", untilOn);
        }
        state = ContractState.ENDED;
        endedOn = untilOn;
        registerEvent(new ContractEnded(id, name, place));
    }

    void terminate(LocalDate on, String why) {
        require(ContractState.IN_FORCE);
        if (on.isBefore(fromOn) || on.isAfter(untilOn)) {
            throw new ContractRefused("on", "outside", fromOn, untilOn);
        }
        state = ContractState.TERMINATED;
        edition++;
        endedOn = on;
        endedReason = why;
        registerEvent(new ContractTerminated(id, on, why, place));
    }

    void discard() {
        require(ContractState.DRAFT);
        state = ContractState.DISCARDED;
        registerEvent(new ContractDiscarded(id, name, place));
    }

    void decided(@Nullable CaseId in, String note) {
        require(ContractState.DRAFT, ContractState.IN_FORCE);
        decisionCase = in;
        decisionNote = note;
        registerEvent(new ContractDecided(id, note, place));
    }

    /** Arrears are paid and deposits returned after the end as well. */
    void booked(BookingStep step, VoucherId voucher) {
        if (step == BookingStep.DEPOSIT_TAKEN) {
            require(ContractState.IN_FORCE);
        } else {
            require(ContractState.IN_FORCE, ContractState.ENDED, ContractState.TERMINATED);
        }
        bookings++;
        registerEvent(new ContractBooked(id, step, voucher, place));
    }

    private void require(ContractState... states) {
        if (!List.of(states).contains(state)) {
            throw new ContractStale(name);
        }
    }

    ContractId getId() {
        return id;
    }

    BookId getBook() {
        return book;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    String getName() {
        return name;
    }

    PartyKind getPartyKind() {
        return partyKind;
    }

    String getParty() {
        return party;
    }

    String getObjectName() {
        return objectName;
    }

    ObjectKind getObjectKind() {
        return objectKind;
    }

    LocalDate getFromOn() {
        return fromOn;
    }

    LocalDate getUntilOn() {
        return untilOn;
    }

    BigDecimal getDeposit() {
        return deposit;
    }

    AccountCode getIncomeAccount() {
        return new AccountCode(incomeAccount);
    }

    @Nullable
    LocalDate getPaidUntil() {
        return paidUntil;
    }

    ContractKind getKind() {
        return kind;
    }

    int getEdition() {
        return edition;
    }
}
