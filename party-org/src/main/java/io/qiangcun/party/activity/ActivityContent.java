package io.qiangcun.party.activity;

import io.qiangcun.core.error.Problem;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record says. Texts that were not given are empty; a draft may lack numbers.
 *
 * @param absences who was absent and why, a line for each
 * @param decisions a line for each decision
 * @param hours study hours, of training only
 */
@Embeddable
public record ActivityContent(
        @Enumerated(EnumType.STRING) ActivityKind kind,
        LocalDate heldOn,
        @Nullable LocalTime startsAt,
        String venue,
        String topic,
        String host,
        String recorder,
        @Nullable Integer expectedCount,
        @Nullable Integer presentCount,
        String absences,
        String summary,
        String decisions,
        @Nullable BigDecimal hours) {

    /** The longest a line may be: topic, venue, names. */
    public static final int LINE = 200;

    /** The longest a text may be: absences, summary, decisions. */
    public static final int TEXT = 5000;

    public ActivityContent {
        venue = venue.strip();
        topic = topic.strip();
        host = host.strip();
        recorder = recorder.strip();
        absences = absences.strip();
        summary = summary.strip();
        decisions = decisions.strip();
        hours = hours == null || !kind.hasHours() ? null : hours.stripTrailingZeros();
        if (!kind.countsAttendance()) {
            expectedCount = presentCount;
        }
    }

    /** The decisions one by one. */
    public List<String> decisionLines() {
        return decisions
                .lines()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .toList();
    }

    /** How many were absent, once both counts are known. */
    public @Nullable Integer absentCount() {
        return expectedCount == null || presentCount == null ? null : expectedCount - presentCount;
    }

    /** All that is wrong with it, whether it is to be submitted or only kept. */
    List<Problem> problems(Lifetime organisation, LocalDate today, boolean submit) {
        var problems = contradictions(organisation, today);
        if (submit) {
            problems.addAll(gaps());
        }
        return problems;
    }

    /** What speaks against keeping it, even as a draft. */
    List<Problem> contradictions(Lifetime organisation, LocalDate today) {
        var problems = new ArrayList<Problem>();
        if (heldOn.isAfter(today)) {
            problems.add(problem("heldOn", "in-the-future", today));
        } else if (heldOn.isBefore(organisation.foundedOn())) {
            problems.add(problem("heldOn", "before-the-organisation", organisation.foundedOn()));
        } else if (organisation.dissolvedOn() != null && heldOn.isAfter(organisation.dissolvedOn())) {
            problems.add(problem("heldOn", "after-the-organisation", organisation.dissolvedOn()));
        }
        if (expectedCount != null && expectedCount < 0) {
            problems.add(problem("expectedCount", "negative"));
        }
        if (presentCount != null && presentCount < 0) {
            problems.add(problem("presentCount", "negative"));
        }
        if (expectedCount != null && presentCount != null && presentCount > expectedCount) {
            problems.add(problem("presentCount", "more-than-expected", expectedCount));
        }
        if (hours != null && hours.signum() <= 0) {
            problems.add(problem("hours", "no-hours"));
        }
        tooLong(problems, "topic", topic, LINE);
        tooLong(problems, "venue", venue, LINE);
        tooLong(problems, "host", host, LINE);
        tooLong(problems, "recorder", recorder, LINE);
        tooLong(problems, "absences", absences, TEXT);
        tooLong(problems, "summary", summary, TEXT);
        tooLong(problems, "decisions", decisions, TEXT);
        return problems;
    }

    /** What is missing before it can be submitted. */
    List<Problem> gaps() {
        var problems = new ArrayList<Problem>();
        missing(problems, "topic", topic.isEmpty());
        missing(problems, "venue", venue.isEmpty());
        missing(problems, "host", host.isEmpty());
        missing(problems, "expectedCount", kind.countsAttendance() && expectedCount == null);
        missing(problems, "presentCount", presentCount == null);
        missing(problems, "hours", kind.hasHours() && hours == null);
        if (presentCount != null && presentCount == 0) {
            problems.add(problem("presentCount", "nobody-present"));
        }
        return problems;
    }

    private static Problem problem(String field, String key, Object... arguments) {
        return Problem.of(field, "party.activity.problem." + key, arguments);
    }

    private static void missing(List<Problem> problems, String field, boolean missing) {
        if (missing) {
            problems.add(problem(field, "missing." + field));
        }
    }

    private static void tooLong(List<Problem> problems, String field, String text, int limit) {
        if (text.length() > limit) {
            problems.add(problem(field, "too-long", limit, text.length()));
        }
    }

    /** From when until when the organisation existed. */
    record Lifetime(LocalDate foundedOn, @Nullable LocalDate dissolvedOn) {}
}
