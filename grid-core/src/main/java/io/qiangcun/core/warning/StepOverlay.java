package io.qiangcun.core.warning;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A county's own table of steps for one rule, from a day on; graver steps come later and are held no lower. */
@Entity
@Table(name = "warning_step_overlay")
class StepOverlay extends AuditedAggregate<StepOverlay> implements PlaceBound {

    @EmbeddedId
    private StepOverlayId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "within"))
    private PlaceCode place;

    private String ruleCode;

    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    private String reason;

    @ElementCollection
    @CollectionTable(name = "warning_step_overlay_step", joinColumns = @JoinColumn(name = "overlay_id"))
    private Set<Step> steps = new HashSet<>();

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
    protected StepOverlay() {}

    StepOverlay(OverlaySteps command, StepTable general, PlaceCode place, Recorded recorded, LocalDate today) {
        if (command.validFrom().isBefore(today)) {
            throw new StepsRefused("validFrom", "past");
        }
        var rising = command.steps().stream()
                .sorted(Comparator.comparing(OverlaySteps.Step::level))
                .toList();
        if (rising.isEmpty()) {
            throw new StepsRefused(null, "none");
        }
        requireRising(rising);
        general.steps().stream().filter(WarningStep::isBinding).forEach(bound -> requireAsStrict(rising, bound));
        this.id = command.overlay();
        this.place = place;
        this.ruleCode = command.rule();
        this.validFrom = command.validFrom();
        this.reason = command.reason();
        this.recorded = recorded;
        rising.forEach(step -> steps.add(new Step(step.level(), step.workingDays(), step.holderLevel())));
        registerEvent(new WarningStepsOverlaid(id, ruleCode, rising, validFrom, reason, place));
    }

    /** Gives way to a later one. */
    void giveWayTo(StepOverlay later) {
        if (!later.validFrom.isAfter(validFrom)) {
            throw new StepsRefused("validFrom", "planned", validFrom);
        }
        if (validTo == null || validTo.isAfter(later.validFrom)) {
            validTo = later.validFrom;
        }
    }

    /** The one it gave way to never begins. */
    void standInFor(StepOverlay neverBegun) {
        if (ended == null && neverBegun.validFrom.equals(validTo)) {
            validTo = null;
        }
    }

    /** Ends on the day, or, if it has not begun by then, never begins. */
    void end(LocalDate on, String why, Recorded by, LocalDate today) {
        if (ended != null || validTo != null && !validTo.isAfter(today)) {
            throw new StepsRefused(null, "ended-before");
        }
        if (on.isBefore(today)) {
            throw new StepsRefused("endsOn", "end-past");
        }
        if (validTo != null && !on.isBefore(validTo)) {
            throw new StepsRefused("endsOn", "ends-anyway", validTo);
        }
        if (on.isAfter(validFrom)) {
            validTo = on;
        } else {
            withdrawn = true;
        }
        ended = by;
        endReason = why;
        registerEvent(new StepOverlayEnded(id, ruleCode, on, why, place));
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    String getRuleCode() {
        return ruleCode;
    }

    LocalDate getValidFrom() {
        return validFrom;
    }

    private static void requireRising(List<OverlaySteps.Step> steps) {
        for (var at = 1; at < steps.size(); at++) {
            var lower = steps.get(at - 1);
            var graver = steps.get(at);
            if (graver.workingDays() <= lower.workingDays()) {
                throw new StepsRefused(field(graver, "days"), "not-later");
            }
            if (graver.holderLevel().compareTo(lower.holderLevel()) < 0) {
                throw new StepsRefused(field(graver, "holder"), "held-lower");
            }
        }
    }

    /** What a text demands is reached no later, no less grave and no lower. */
    private static void requireAsStrict(List<OverlaySteps.Step> steps, WarningStep bound) {
        var asStrict = steps.stream()
                .anyMatch(step -> step.workingDays() <= bound.workingDays()
                        && step.level().compareTo(bound.level()) >= 0
                        && step.holderLevel().compareTo(bound.holderLevel()) >= 0);
        if (!asStrict) {
            throw new StepsRefused(
                    "steps[" + bound.level().ordinal() + "].days", "looser", Math.abs(bound.workingDays()));
        }
    }

    /** As the form calls it, which has a line for each level. */
    private static String field(OverlaySteps.Step step, String name) {
        return "steps[" + step.level().ordinal() + "]." + name;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    @Embeddable
    record Step(
            @Enumerated(EnumType.STRING) WarningLevel level,
            int workingDays,
            @Enumerated(EnumType.STRING) HolderLevel holderLevel) {}
}
