package io.qiangcun.core.duty;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
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

/** What a county demands instead of a general rule, from a day on: stricter where law or regulation speaks. */
@Entity
@Table(name = "duty_rule")
class DutyOverlay extends AuditedAggregate<DutyOverlay> implements PlaceBound {

    @EmbeddedId
    private OverlayId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "within"))
    private PlaceCode place;

    private String code;

    private String title;

    private String trait;

    private String recordKind;

    @Enumerated(EnumType.STRING)
    private Recurrence recurrence;

    @Enumerated(EnumType.STRING)
    private DutyRule.Done done;

    private int dueWorkingDays;

    private int remindWorkingDays;

    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    private String basisKind;

    private String basisSource;

    private String basisArticle;

    private String basisText;

    private String reason;

    @Embedded
    private Recorded recorded;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "ended_at"))
    @AttributeOverride(name = "post", column = @Column(name = "ended_by"))
    @AttributeOverride(name = "person", column = @Column(name = "ended_by_person"))
    private @Nullable Recorded ended;

    private @Nullable String endReason;

    private boolean withdrawn;

    @SuppressWarnings("NullAway.Init")
    protected DutyOverlay() {}

    /**
     * @param general the rule in force on the first day
     * @param present what the places owe by until then: the general rule or an earlier overlay
     * @param basisText what the general text and the reason say together
     */
    DutyOverlay(
            OverlayDutyRule command,
            DutyRule general,
            DutyRule present,
            PlaceCode place,
            String basisText,
            Recorded recorded,
            LocalDate today) {
        requireStrict(command, general);
        requireDate(command, present, today);
        var asOften = command.recurrence() == general.recurrence();
        var asLong = command.dueWorkingDays() == general.dueWorkingDays();
        if (asOften && asLong && command.remindWorkingDays() == general.remindWorkingDays()) {
            throw new OverlayRefused(null, "nothing-new");
        }
        this.id = command.overlay();
        this.place = place;
        this.code = general.code();
        this.title = general.title();
        this.trait = general.trait();
        this.recordKind = general.recordKind();
        this.recurrence = command.recurrence();
        this.done = general.done();
        this.dueWorkingDays = command.dueWorkingDays();
        this.remindWorkingDays = command.remindWorkingDays();
        this.validFrom = command.validFrom();
        // who is only reminded earlier still owes by the same text
        var sameText = asOften && asLong;
        this.basisKind = sameText ? general.basisKind() : "LOCAL";
        this.basisSource = sameText ? general.basisSource() : command.source();
        this.basisArticle = sameText ? general.basisArticle() : "";
        this.basisText = sameText ? general.basisText() : basisText;
        this.reason = command.reason();
        this.recorded = recorded;
        registerEvent(new DutyRuleOverlaid(
                id, code, recurrence, dueWorkingDays, remindWorkingDays, validFrom, command.source(), reason, place));
    }

    /** Gives way to a later one. */
    void giveWayTo(DutyOverlay later) {
        if (!later.validFrom.isAfter(validFrom)) {
            throw new OverlayRefused("validFrom", "planned", validFrom);
        }
        if (isValidOn(later.validFrom)) {
            validTo = later.validFrom;
        }
    }

    /** The one it gave way to never begins. */
    void standInFor(DutyOverlay withdrawn) {
        if (ended == null && withdrawn.validFrom.equals(validTo)) {
            validTo = null;
        }
    }

    /** Ends on the day, or, if it has not begun by then, never begins. */
    void end(LocalDate on, String why, DutyRule general, Recorded by, LocalDate today) {
        if (ended != null || validTo != null && !validTo.isAfter(today)) {
            throw new OverlayRefused(null, "ended-before");
        }
        if (on.isBefore(today)) {
            throw new OverlayRefused("endsOn", "end-past");
        }
        if (on.isAfter(validFrom)) {
            if (validTo != null && !on.isBefore(validTo)) {
                throw new OverlayRefused("endsOn", "ends-anyway", validTo);
            }
            requireStart("endsOn", on, recurrence, general.recurrence());
            validTo = on;
        } else {
            withdrawn = true;
        }
        ended = by;
        endReason = why;
        registerEvent(new DutyOverlayEnded(id, code, on, why, place));
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    String getCode() {
        return code;
    }

    LocalDate getValidFrom() {
        return validFrom;
    }

    private boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }

    private static void requireStrict(OverlayDutyRule command, DutyRule general) {
        if (general.done() == DutyRule.Done.AFTER_PERIOD && command.dueWorkingDays() < 1) {
            throw new OverlayRefused("dueWorkingDays", "before-it-opens");
        }
        if (!general.isBinding()) {
            return;
        }
        if (command.recurrence().compareTo(general.recurrence()) > 0) {
            throw new OverlayRefused("recurrence", "rarer");
        }
        if (command.dueWorkingDays() > general.dueWorkingDays()) {
            throw new OverlayRefused("dueWorkingDays", "later", general.dueWorkingDays());
        }
        if (command.remindWorkingDays() < general.remindWorkingDays()) {
            throw new OverlayRefused("remindWorkingDays", "reminded-later", general.remindWorkingDays());
        }
    }

    private static void requireDate(OverlayDutyRule command, DutyRule present, LocalDate today) {
        if (command.validFrom().isBefore(today)) {
            throw new OverlayRefused("validFrom", "past");
        }
        requireStart("validFrom", command.validFrom(), command.recurrence(), present.recurrence());
    }

    /** A change of the recurrence begins with a period of both, or months would be owed twice or by nobody. */
    private static void requireStart(String field, LocalDate day, Recurrence one, Recurrence other) {
        var period = (one.compareTo(other) > 0 ? one : other).periodOf(day);
        if (one != other && !period.from().equals(day)) {
            throw new OverlayRefused(field, "not-at-start", period.to().plusDays(1));
        }
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }
}
