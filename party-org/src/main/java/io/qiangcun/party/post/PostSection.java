package io.qiangcun.party.post;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSection.Line;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on a person's page which posts he holds and held, to those who may know. */
@Component
class PostSection implements PersonSections {

    private final StructureQueries queries;
    private final MessageSource messages;

    PostSection(StructureQueries queries, MessageSource messages) {
        this.queries = queries;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return PartyAuthorities.READ_POSTS;
    }

    @Override
    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        var posts = queries.of(jurisdiction, person);
        return posts.isEmpty()
                ? List.of()
                : List.of(new PersonSection(
                        "party.post.section.title",
                        posts.stream().map(this::line).toList()));
    }

    private Line line(PostRow post) {
        var until = post.endedOn();
        var text = message(
                "party.post.section.line",
                message(post.role().messageKey(post.track())),
                post.since().toString(),
                until == null ? present(post) : until.toString());
        return new Line(text, "/party/structure/" + post.placeCode());
    }

    private String present(PostRow post) {
        var suspended = post.suspendedUntil();
        return suspended == null
                ? message("party.post.section.now")
                : message("party.post.suspended", suspended.toString());
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
