package io.qiangcun.party.activity.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.activity.ActivityContent;
import io.qiangcun.party.activity.ActivityId;
import io.qiangcun.party.activity.ActivityKind;
import io.qiangcun.party.activity.ActivityView;
import io.qiangcun.party.activity.Prefill;
import io.qiangcun.party.organisation.OrganisationId;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * The form of a record, in the order of its fields. Everything is kept as it was typed, so that nothing is lost when it
 * is shown again; what it means is read by {@link #content}.
 *
 * @param id made when the form was shown
 * @param version of the record that is edited; empty for a new one
 * @param duty the overdue duty it makes up for, or empty
 */
record ActivityForm(
        String id,
        String version,
        String duty,
        String organisation,
        String kind,
        String heldOn,
        String startsAt,
        String topic,
        String presentCount,
        String expectedCount,
        String hours,
        String venue,
        String host,
        String recorder,
        @Size(max = ActivityContent.TEXT) String absences,
        @Size(max = ActivityContent.TEXT) String decisions,
        @Size(max = ActivityContent.TEXT) String summary,
        @Size(max = 500) String reason) {

    ActivityForm {
        id = given(id);
        version = given(version);
        duty = given(duty);
        organisation = given(organisation);
        kind = given(kind);
        heldOn = given(heldOn);
        startsAt = given(startsAt);
        topic = given(topic);
        presentCount = given(presentCount);
        expectedCount = given(expectedCount);
        hours = given(hours);
        venue = given(venue);
        host = given(host);
        recorder = given(recorder);
        absences = given(absences);
        decisions = given(decisions);
        summary = given(summary);
        reason = given(reason);
    }

    static ActivityForm empty(
            OrganisationId organisation, ActivityKind kind, @Nullable UUID duty, LocalDate today, Prefill last) {
        return new ActivityForm(
                ActivityId.next().toString(),
                "",
                text(duty),
                organisation.toString(),
                kind.name(),
                today.toString(),
                text(last.startsAt()),
                "",
                "",
                text(last.expectedCount()),
                "",
                last.venue(),
                last.host(),
                last.recorder(),
                "",
                "",
                "",
                "");
    }

    static ActivityForm of(ActivityView activity) {
        var content = activity.content();
        return new ActivityForm(
                activity.id().toString(),
                Long.toString(activity.version()),
                text(activity.makesUpFor()),
                activity.organisation().toString(),
                content.kind().name(),
                content.heldOn().toString(),
                text(content.startsAt()),
                content.topic(),
                text(content.presentCount()),
                text(content.expectedCount()),
                content.hours() == null ? "" : content.hours().toPlainString(),
                content.venue(),
                content.host(),
                content.recorder(),
                content.absences(),
                content.decisions(),
                content.summary(),
                "");
    }

    /** The same, based on what is saved now. */
    ActivityForm basedOn(ActivityView current) {
        return new ActivityForm(
                current.id().toString(),
                Long.toString(current.version()),
                duty,
                organisation,
                kind,
                heldOn,
                startsAt,
                topic,
                presentCount,
                expectedCount,
                hours,
                venue,
                host,
                recorder,
                absences,
                decisions,
                summary,
                reason);
    }

    /** What was meant, unless something cannot be read. */
    Optional<ActivityContent> content(BindingResult errors) {
        var day = Typed.date("heldOn", heldOn, errors);
        var time = Typed.time("startsAt", startsAt, errors);
        var present = Typed.count("presentCount", presentCount, errors);
        var expected = Typed.count("expectedCount", expectedCount, errors);
        var length = Typed.hours("hours", hours, errors);
        if (day == null && !errors.hasFieldErrors("heldOn")) {
            errors.rejectValue("heldOn", "party.activity.problem.missing.heldOn");
        }
        if (errors.hasErrors() || day == null) {
            return Optional.empty();
        }
        return Optional.of(new ActivityContent(
                activityKind(),
                day,
                time,
                Typed.text(venue),
                Typed.text(topic),
                Typed.text(host),
                Typed.text(recorder),
                expected,
                present,
                Typed.text(absences),
                Typed.text(summary),
                Typed.text(decisions),
                length));
    }

    ActivityId activityId() {
        return Typed.sent(ActivityId::valueOf, id);
    }

    OrganisationId organisationId() {
        return Typed.sent(OrganisationId::valueOf, organisation);
    }

    ActivityKind activityKind() {
        return Typed.sent(ActivityKind::valueOf, kind);
    }

    @Nullable
    UUID dutyId() {
        return duty.isEmpty() ? null : Typed.sent(UUID::fromString, duty);
    }

    long versionNumber() {
        return Typed.sent(Long::parseLong, version);
    }

    /** Whether one of the texts that are folded away says something. */
    public boolean saysMore() {
        return !(absences + decisions + summary).isBlank();
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String text(@Nullable Object value) {
        return value instanceof LocalTime time ? time.toString() : Objects.toString(value, "");
    }
}
