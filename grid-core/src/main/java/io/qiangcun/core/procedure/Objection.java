package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody had to say against what is shown in public, and what was answered. */
@Entity
@Table(name = "procedure_objection")
class Objection {

    @Id
    @Column(name = "objection_id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "act_id")
    private ProcedureAct act;

    @Embedded
    private PlaceCode place;

    private LocalDate raisedOn;

    private String raisedBy;

    private String content;

    @Embedded
    private Recorded recorded;

    private @Nullable LocalDate answeredOn;

    private @Nullable String answer;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "answered_at"))
    @AttributeOverride(name = "post", column = @Column(name = "answered_by"))
    @AttributeOverride(name = "person", column = @Column(name = "answered_by_person"))
    private @Nullable Recorded answered;

    @SuppressWarnings("NullAway.Init")
    protected Objection() {}

    Objection(UUID id, ProcedureAct act, LocalDate raisedOn, String raisedBy, String content, Recorded recorded) {
        this.id = id;
        this.act = act;
        this.place = act.getPlace();
        this.raisedOn = raisedOn;
        this.raisedBy = raisedBy;
        this.content = content;
        this.recorded = recorded;
    }

    void answer(LocalDate on, String text, Recorded by) {
        this.answeredOn = on;
        this.answer = text;
        this.answered = by;
    }

    boolean isOpen() {
        return answered == null;
    }

    UUID getId() {
        return id;
    }

    LocalDate getRaisedOn() {
        return raisedOn;
    }

    ObjectionView view() {
        return new ObjectionView(id, raisedOn, raisedBy, content, recorded, answeredOn, answer, answered);
    }
}
