package io.qiangcun.core.duty;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the text has it, with what a place has made of it.
 *
 * @param general the version in force, or the next one
 * @param overlays of the place or of places above it, the latest first
 */
public record DutyRuleHistory(DutyRule general, List<Overlay> overlays) {

    public DutyRuleHistory {
        overlays = List.copyOf(overlays);
    }

    /** The overlay that holds today, the narrowest of several. */
    public Optional<Overlay> inForce() {
        return overlays.stream()
                .filter(overlay -> overlay.state() == State.IN_FORCE)
                .max(Comparator.comparingInt(overlay -> overlay.rule().precision()));
    }

    /** One overlay, planned, in force or ended. */
    public record Overlay(
            DutyRule rule,
            String withinName,
            State state,
            @Nullable String reason,
            @Nullable Instant recordedAt,
            @Nullable String recordedByPerson,
            @Nullable Instant endedAt,
            @Nullable String endedByPerson,
            @Nullable String endReason) {

        public PlaceCode place() {
            return Objects.requireNonNull(rule.within());
        }

        /** Whether it can still be ended. */
        public boolean isOpen() {
            return (state == State.IN_FORCE || state == State.PLANNED) && endedAt == null;
        }
    }

    /** Where an overlay stands on a day. */
    public enum State {
        PLANNED,
        IN_FORCE,
        ENDED,
        /** Ended before it began. */
        WITHDRAWN;

        static State of(DutyRule rule, boolean withdrawn, LocalDate on) {
            if (withdrawn) {
                return WITHDRAWN;
            }
            return rule.validFrom().isAfter(on) ? PLANNED : rule.isValidOn(on) ? IN_FORCE : ENDED;
        }
    }
}
