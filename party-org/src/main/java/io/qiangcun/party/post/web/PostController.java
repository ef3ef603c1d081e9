package io.qiangcun.party.post.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceNotFound;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.post.PostEnding;
import io.qiangcun.party.post.PostId;
import io.qiangcun.party.post.PostNotFound;
import io.qiangcun.party.post.PostRow;
import io.qiangcun.party.post.PostService;
import io.qiangcun.party.post.StructureQueries;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The end of a post, in one of the ways that the law knows for its track. */
@Controller
@RequestMapping("/party/posts/{id}/end")
class PostController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_POSTS + "')";
    private static final int LONGEST_REASON = 200;

    private final PostService posts;
    private final StructureQueries queries;
    private final Messages messages;

    PostController(PostService posts, StructureQueries queries, Messages messages) {
        this.posts = posts;
        this.queries = queries;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize(MAY_WRITE)
    String open(@PathVariable PostId id, Jurisdiction jurisdiction, Model model) {
        var post = find(jurisdiction, id);
        model.addAttribute("form", new EndPostForm(Long.toString(post.version()), "", "", ""));
        return page(post, jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String end(
            @PathVariable PostId id,
            @ModelAttribute("form") EndPostForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var post = find(jurisdiction, id);
        required("ending", form.ending(), errors);
        required("on", form.on(), errors);
        required("reason", form.reason(), errors);
        var on = Typed.date("on", form.on(), errors);
        if (on != null
                && Submission.succeeds(
                        errors,
                        () -> posts.end(
                                jurisdiction,
                                id,
                                Typed.sent(Long::parseLong, form.version()),
                                Typed.sent(PostEnding::valueOf, form.ending()),
                                on,
                                Typed.text(form.reason())))) {
            flash.addFlashAttribute("done", "party.post.done.ended");
            return "redirect:/party/structure/" + post.placeCode();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(post, jurisdiction, model);
    }

    private String page(PostRow post, Jurisdiction jurisdiction, Model model) {
        var place = new PlaceCode(post.placeCode());
        model.addAttribute("post", post);
        model.addAttribute("village", queries.village(jurisdiction, place).orElseThrow(() -> new PlaceNotFound(place)));
        model.addAttribute(
                "endings",
                post.track().endings().stream()
                        .map(ending -> new Option(ending.name(), messages.get(ending.messageKey())))
                        .toList());
        return "party/post/end";
    }

    private PostRow find(Jurisdiction jurisdiction, PostId id) {
        return queries.post(jurisdiction, id).orElseThrow(() -> new PostNotFound(id));
    }

    private static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "party.post.missing." + field);
        }
        if (text.length() > LONGEST_REASON) {
            errors.rejectValue(field, "party.organisation.too-long", new Object[] {LONGEST_REASON}, null);
        }
    }
}
