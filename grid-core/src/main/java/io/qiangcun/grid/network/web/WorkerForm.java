package io.qiangcun.grid.network.web;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.network.ProposeWorker;
import io.qiangcun.grid.network.WorkerId;
import io.qiangcun.grid.network.WorkerPost;
import io.qiangcun.grid.network.WorkerSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form that proposes somebody for work in a grid. */
record WorkerForm(String id, String person, String post, String source, String since) {

    WorkerForm {
        id = given(id);
        person = given(person);
        post = given(post);
        source = given(source);
        since = given(since);
    }

    static WorkerForm empty(LocalDate today) {
        return new WorkerForm(WorkerId.next().toString(), "", "", "", today.toString());
    }

    Optional<ProposeWorker> toCommand(PlaceCode grid, BindingResult errors) {
        required("person", person, errors);
        required("post", post, errors);
        required("source", source, errors);
        required("since", since, errors);
        var from = Typed.date("since", since, errors);
        if (errors.hasErrors() || from == null) {
            return Optional.empty();
        }
        return Optional.of(new ProposeWorker(
                Typed.sent(WorkerId::valueOf, id),
                grid,
                Typed.sent(PersonId::valueOf, person),
                Typed.sent(WorkerPost::valueOf, post),
                Typed.sent(WorkerSource::valueOf, source),
                from));
    }

    private static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "grid.network.missing." + field);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
