package io.qiangcun.grid.broadcast.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.broadcast.BroadcastId;
import io.qiangcun.grid.broadcast.BroadcastService.WriteMessage;
import io.qiangcun.grid.broadcast.SpeakerId;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The forms of loudspeakers, as they are typed. */
final class BroadcastForms {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String VALID_FOR = "4";

    private BroadcastForms() {}

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** A message with the hour from which it is spoken and for how long it makes sense. */
    record MessageForm(
            String id,
            @Size(max = 60) String title,
            @Size(max = 500) String words,
            @Nullable Boolean emergency,
            @Nullable List<String> villages,
            String on,
            String time,
            String expires) {

        MessageForm {
            id = given(id);
            title = given(title);
            words = given(words);
            villages = villages == null ? List.of() : List.copyOf(villages);
            on = given(on);
            time = given(time);
            expires = given(expires);
        }

        static MessageForm empty(Instant now) {
            var here = now.atZone(CHINA);
            return new MessageForm(
                    UUID.randomUUID().toString(),
                    "",
                    "",
                    false,
                    List.of(),
                    here.toLocalDate().toString(),
                    "%02d:%02d".formatted(here.getHour(), here.getMinute()),
                    VALID_FOR);
        }

        Optional<WriteMessage> toCommand(BindingResult errors) {
            var day = Typed.date("on", on, errors);
            var hour = Typed.time("time", time, errors);
            var hours = Typed.count("expires", expires, errors);
            if (day == null && !errors.hasFieldErrors("on")) {
                errors.rejectValue("on", "grid.broadcast.refused.no-time");
            }
            if (hour == null && !errors.hasFieldErrors("time")) {
                errors.rejectValue("time", "grid.broadcast.refused.no-time");
            }
            if (title.isBlank()) {
                errors.rejectValue("title", "grid.broadcast.refused.no-words");
            }
            if (words.isBlank()) {
                errors.rejectValue("words", "grid.broadcast.refused.no-words");
            }
            if (day == null || hour == null || hours == null || errors.hasErrors()) {
                if (hours == null && !errors.hasFieldErrors("expires")) {
                    errors.rejectValue("expires", "grid.broadcast.refused.no-time");
                }
                return Optional.empty();
            }
            var from = day.atTime(hour).atZone(CHINA).toInstant();
            return Optional.of(new WriteMessage(
                    Typed.sent(BroadcastId::valueOf, id),
                    Typed.text(title),
                    Typed.text(words),
                    Boolean.TRUE.equals(emergency),
                    Objects.requireNonNull(villages).stream()
                            .map(village -> Typed.sent(PlaceCode::new, village))
                            .toList(),
                    from,
                    from.plus(Duration.ofHours(hours))));
        }
    }

    /** What is said about a message of somebody else. */
    record CheckForm(
            @Size(max = 200) String note, @Size(max = 200) String reason) {

        CheckForm {
            note = given(note);
            reason = given(reason);
        }
    }

    /** A speaker. */
    record SpeakerForm(
            String id,
            String village,
            @Size(max = 60) String name,
            @Size(max = 100) String spot,
            String adapter) {

        SpeakerForm {
            id = given(id);
            village = given(village);
            name = given(name);
            spot = given(spot);
            adapter = given(adapter);
        }

        static SpeakerForm empty() {
            return new SpeakerForm(UUID.randomUUID().toString(), "", "", "", "");
        }

        boolean isComplete(BindingResult errors) {
            if (village.isBlank()) {
                errors.rejectValue("village", "grid.broadcast.refused.no-village");
            }
            if (name.isBlank()) {
                errors.rejectValue("name", "grid.broadcast.refused.no-words");
            }
            if (adapter.isBlank()) {
                errors.rejectValue("adapter", "grid.broadcast.refused.no-adapter");
            }
            return !errors.hasErrors();
        }

        SpeakerId speaker() {
            return Typed.sent(SpeakerId::valueOf, id);
        }
    }
}
