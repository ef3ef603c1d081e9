package io.qiangcun.party.post.web;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.post.HeldPost;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.StructureQueries;
import io.qiangcun.party.post.Track;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who holds posts in the villages, as one list. */
@Controller
@RequestMapping("/party/posts")
class PostsController {

    private final StructureQueries queries;
    private final Messages messages;

    PostsController(StructureQueries queries, Messages messages) {
        this.queries = queries;
        this.messages = messages;
    }

    @GetMapping
    String list(PostListFilter filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("posts", queries.list(filter.narrow(jurisdiction), filter.toFilter(), page));
        model.addAttribute("tracks", Track.values());
        model.addAttribute("roles", PostRole.values());
        model.addAttribute("sexes", Sex.values());
        model.addAttribute("educations", Education.values());
        return "party/post/list";
    }

    @GetMapping("/export")
    void export(PostListFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.read(filter.narrow(jurisdiction), filter.toFilter(), rows -> write(rows, response));
    }

    private void write(Iterable<HeldPost> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<HeldPost>named(messages.get("party.post.list.title"), rows)
                    .column(messages.get("place.township"), HeldPost::townshipName)
                    .column(messages.get("place.village"), HeldPost::placeName)
                    .column(field("role"), row -> messages.get(row.role().messageKey(row.track())))
                    .column(field("name"), HeldPost::name)
                    .column(
                            field("sex"),
                            row -> row.sex() == null
                                    ? null
                                    : messages.get(row.sex().messageKey()))
                    .column(field("bornOn"), HeldPost::bornOn)
                    .column(
                            field("education"),
                            row -> row.education() == null
                                    ? null
                                    : messages.get(row.education().messageKey()))
                    .column(field("since"), HeldPost::since)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String name) {
        return messages.get("party.post.field." + name);
    }
}
