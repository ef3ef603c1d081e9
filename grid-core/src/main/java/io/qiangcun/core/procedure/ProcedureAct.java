package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** What was done about a step of a case; never changed, only withdrawn. */
@Entity
@Table(name = "procedure_act")
class ProcedureAct {

    @Id
    @Column(name = "act_id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_id")
    private ProcedureCase owner;

    @Embedded
    private PlaceCode place;

    private int number;

    @Column(name = "step_code")
    private String step;

    @Enumerated(EnumType.STRING)
    private StepAct.Kind kind;

    private LocalDate actedOn;

    private String outcome;

    private Evidence evidence;

    @Embedded
    private @Nullable Tally tally;

    private @Nullable LocalDate noticedOn;

    private String voteRules;

    private @Nullable Boolean votePassed;

    private String lateReason;

    private @Nullable LocalDate publicFrom;

    private @Nullable LocalDate closedOn;

    @Embedded
    private Recorded recorded;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "closed_at"))
    @AttributeOverride(name = "post", column = @Column(name = "closed_by"))
    @AttributeOverride(name = "person", column = @Column(name = "closed_by_person"))
    private @Nullable Recorded closed;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "withdrawn_at"))
    @AttributeOverride(name = "post", column = @Column(name = "withdrawn_by"))
    @AttributeOverride(name = "person", column = @Column(name = "withdrawn_by_person"))
    private @Nullable Recorded withdrawn;

    private String withdrawalReason;

    /** Of what was entered so late that the place above has to agree. */
    private @Nullable String confirmPlace;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "confirmed_at"))
    @AttributeOverride(name = "post", column = @Column(name = "confirmed_by"))
    @AttributeOverride(name = "person", column = @Column(name = "confirmed_by_person"))
    private @Nullable Recorded confirmed;

    @OneToMany(
            mappedBy = "act",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("raisedOn, id")
    @BatchSize(size = 100)
    private List<Objection> objections = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected ProcedureAct() {}

    /** Of a step taken. */
    ProcedureAct(
            ProcedureCase owner,
            int number,
            TakeStep command,
            LocalDate actedOn,
            Evidence evidence,
            List<VoteRule> rules,
            boolean passed,
            @Nullable LocalDate publicFrom,
            @Nullable PlaceCode confirmPlace,
            Recorded recorded) {
        this(command.act(), owner, number, command.step(), StepAct.Kind.TAKEN, actedOn, recorded);
        this.outcome = command.outcome();
        this.evidence = evidence;
        this.tally = command.tally();
        this.noticedOn = command.tally() == null ? null : command.noticedOn();
        this.voteRules = command.tally() == null
                ? ""
                : String.join(",", rules.stream().map(VoteRule::code).toList());
        this.votePassed = command.tally() == null ? null : passed;
        this.lateReason = command.lateReason().strip();
        this.publicFrom = publicFrom;
        this.confirmPlace = confirmPlace == null ? null : confirmPlace.value();
    }

    /** Of a step waived. */
    ProcedureAct(
            UUID id, ProcedureCase owner, int number, String step, LocalDate on, String reason, Recorded recorded) {
        this(id, owner, number, step, StepAct.Kind.WAIVED, on, recorded);
        this.lateReason = reason;
    }

    private ProcedureAct(
            UUID id, ProcedureCase owner, int number, String step, StepAct.Kind kind, LocalDate on, Recorded recorded) {
        this.id = id;
        this.owner = owner;
        this.place = owner.placeCode();
        this.number = number;
        this.step = step;
        this.kind = kind;
        this.actedOn = on;
        this.outcome = "";
        this.evidence = new Evidence(java.util.Map.of());
        this.voteRules = "";
        this.lateReason = "";
        this.recorded = recorded;
        this.withdrawalReason = "";
    }

    void raise(UUID objection, LocalDate on, String by, String content, Recorded at) {
        objections.add(new Objection(objection, this, on, by, content, at));
    }

    void close(LocalDate on, Recorded by) {
        this.closedOn = on;
        this.closed = by;
    }

    void withdraw(String reason, Recorded by) {
        this.withdrawn = by;
        this.withdrawalReason = reason;
    }

    void confirm(Recorded by) {
        this.confirmed = by;
    }

    boolean awaitsConfirmation() {
        return stands() && confirmPlace != null && confirmed == null;
    }

    @Nullable
    PlaceCode getConfirmPlace() {
        return confirmPlace == null ? null : new PlaceCode(confirmPlace);
    }

    boolean stands() {
        return withdrawn == null;
    }

    boolean isPublic() {
        return stands() && publicFrom != null && closedOn == null;
    }

    StepAct fact() {
        return new StepAct(step, kind, actedOn, outcome, evidence.values(), publicFrom, closedOn);
    }

    UUID getId() {
        return id;
    }

    PlaceCode getPlace() {
        return place;
    }

    int getNumber() {
        return number;
    }

    String getStep() {
        return step;
    }

    @Nullable
    LocalDate getPublicFrom() {
        return publicFrom;
    }

    List<Objection> getObjections() {
        return objections;
    }

    ActView view() {
        return new ActView(
                id,
                number,
                step,
                kind,
                actedOn,
                outcome,
                evidence.values(),
                tally,
                noticedOn,
                voteRules.isEmpty() ? List.of() : List.of(voteRules.split(",")),
                votePassed,
                lateReason,
                publicFrom,
                closedOn,
                recorded,
                closed,
                withdrawn,
                withdrawalReason,
                getConfirmPlace(),
                confirmed,
                objections.stream().map(Objection::view).toList());
    }
}
