package io.qiangcun.party.post.web;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.post.PostId;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.TakePost;
import io.qiangcun.party.post.Track;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form that fills a post. */
record PostForm(
        String id,
        String person,
        String track,
        String role,
        @Nullable Boolean dispatched,
        String since) {

    PostForm {
        id = given(id);
        person = given(person);
        track = given(track);
        role = given(role);
        dispatched = Boolean.TRUE.equals(dispatched);
        since = given(since);
    }

    static PostForm empty() {
        return new PostForm(PostId.next().toString(), "", "", "", false, "");
    }

    Optional<TakePost> toCommand(PlaceCode place, BindingResult errors) {
        required("person", person, errors);
        required("track", track, errors);
        required("role", role, errors);
        required("since", since, errors);
        var from = Typed.date("since", since, errors);
        if (errors.hasErrors() || from == null) {
            return Optional.empty();
        }
        return Optional.of(new TakePost(
                Typed.sent(PostId::valueOf, id),
                place,
                Typed.sent(PersonId::valueOf, person),
                Typed.sent(Track::valueOf, track),
                Typed.sent(PostRole::valueOf, role),
                Boolean.TRUE.equals(dispatched),
                from));
    }

    private static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "party.post.missing." + field);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
