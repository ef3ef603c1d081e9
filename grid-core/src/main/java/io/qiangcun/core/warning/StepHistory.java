package io.qiangcun.core.warning;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a rule: the general ones, those that hold in a jurisdiction, and the places' own tables.
 *
 * @param overlays the latest first
 */
public record StepHistory(String rule, StepTable general, StepTable present, List<Overlay> overlays) {

    public StepHistory {
        overlays = List.copyOf(overlays);
    }

    /** A place's own table of steps, planned, in force or ended. */
    public record Overlay(
            UUID id,
            PlaceCode within,
            String withinName,
            List<WarningStep> steps,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String reason,
            Instant recordedAt,
            String recordedByPerson,
            @Nullable Instant endedAt,
            @Nullable String endedByPerson,
            @Nullable String endReason,
            boolean withdrawn,
            LocalDate today) {

        public Overlay {
            steps = List.copyOf(steps);
        }

        public boolean isOpen() {
            return !withdrawn && endedAt == null && (validTo == null || validTo.isAfter(today));
        }

        /** The message that says where it stands. */
        public String stateKey() {
            return "core.warning.steps.state."
                    + (withdrawn
                            ? "WITHDRAWN"
                            : validFrom.isAfter(today)
                                    ? "PLANNED"
                                    : validTo == null || validTo.isAfter(today) ? "IN_FORCE" : "ENDED");
        }
    }
}
