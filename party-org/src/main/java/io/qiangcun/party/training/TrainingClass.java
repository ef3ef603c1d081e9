package io.qiangcun.party.training;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A class that a place held. */
@Entity
@Table(name = "party_training_class")
class TrainingClass extends AuditedAggregate<TrainingClass> implements PlaceBound {

    @EmbeddedId
    private ClassId id;

    @Embedded
    private PlaceCode place;

    private String title;

    @Enumerated(EnumType.STRING)
    private ClassKind kind;

    private LocalDate heldFrom;

    private LocalDate heldTo;

    private BigDecimal hours;

    private String note;

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected TrainingClass() {}

    TrainingClass(HoldClass command, LocalDate today, Recorded recorded) {
        this.id = command.id();
        this.place = command.place();
        this.recorded = recorded;
        write(command, today);
        registerEvent(new ClassHeld(id, title, place));
    }

    void correct(HoldClass command, LocalDate today) {
        write(command, today);
        registerEvent(new ClassCorrected(id, title, place));
    }

    private void write(HoldClass command, LocalDate today) {
        if (command.to().isBefore(command.from())) {
            throw new TrainingRefused("to", "ends-before-it-begins");
        }
        if (command.from().isAfter(today)) {
            throw new TrainingRefused("from", "future");
        }
        title = command.title();
        kind = command.kind();
        heldFrom = command.from();
        heldTo = command.to();
        hours = command.hours();
        note = command.note();
    }

    HoldClass asCommand() {
        return new HoldClass(id, place, title, kind, heldFrom, heldTo, hours, note);
    }

    void joinedBy(int people) {
        registerEvent(new ParticipantsRecorded(id, title, people, place));
    }

    void leftBy(PersonId person) {
        registerEvent(new ParticipantWithdrawn(id, person, place));
    }

    ClassId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    String getTitle() {
        return title;
    }

    ClassKind getKind() {
        return kind;
    }

    LocalDate getHeldFrom() {
        return heldFrom;
    }

    BigDecimal getHours() {
        return hours;
    }
}
