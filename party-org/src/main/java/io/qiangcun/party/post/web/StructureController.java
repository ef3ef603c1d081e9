package io.qiangcun.party.post.web;

import io.qiangcun.core.metric.MetricCatalogue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceNotFound;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.post.PostRefused;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.PostService;
import io.qiangcun.party.post.StructureCheck;
import io.qiangcun.party.post.StructureQueries;
import io.qiangcun.party.post.Track;
import io.qiangcun.party.post.VillageStructure;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The committees of all villages on one page, each village on its own, and who takes a post. */
@Controller
@RequestMapping("/party/structure")
class StructureController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_POSTS + "')";

    /** Township by township, or village by village. */
    private static final List<String> COLUMNS = List.of(
            "party.organisations",
            "party.committees",
            "party.general-branches",
            "party.branches",
            "party.villages",
            "party.committee-members",
            "party.one-head-villages",
            "party.vacant-heads",
            "party.structure-villages",
            "party.structure-gaps");

    private static final List<String> FIGURES = List.of(
            "party.organisations",
            "party.villages",
            "party.committee-members",
            "party.structure-share",
            "party.one-head-share",
            "party.younger-secretary-share",
            "party.schooled-secretary-share");

    private final StructureQueries queries;
    private final PostService posts;
    private final Metrics metrics;
    private final MetricCatalogue catalogue;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    StructureController(
            StructureQueries queries,
            PostService posts,
            Metrics metrics,
            MetricCatalogue catalogue,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.posts = posts;
        this.metrics = metrics;
        this.catalogue = catalogue;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** The whole jurisdiction or a part of it; a village has only itself to look at. */
    @GetMapping
    String overview(
            @RequestParam(required = false) @Nullable PlaceCode within, Jurisdiction jurisdiction, Model model) {
        var shown = within == null
                ? jurisdiction
                : Jurisdiction.within(places.require(within, jurisdiction).code());
        if (shown.level().compareTo(PlaceKind.VILLAGE) >= 0) {
            return "redirect:/party/structure/" + shown.root();
        }
        var month = YearMonth.now(clock);
        var children = places.children(shown, shown.root(), LocalDate.now(clock));
        var codes = Stream.concat(COLUMNS.stream(), FIGURES.stream()).distinct().toList();
        model.addAttribute("place", places.require(shown.root(), jurisdiction));
        model.addAttribute("part", !shown.root().equals(jurisdiction.root()));
        model.addAttribute("month", month);
        model.addAttribute("overview", queries.overview(shown));
        model.addAttribute("children", children);
        model.addAttribute("figures", FIGURES.stream().map(catalogue::metric).toList());
        model.addAttribute("columns", COLUMNS.stream().map(catalogue::metric).toList());
        model.addAttribute(
                "table",
                metrics.table(
                        shown,
                        shown.level().below(),
                        children.stream().map(PlaceNode::code).toList(),
                        month,
                        codes));
        return "party/post/overview";
    }

    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable PlaceCode within,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var villages = queries.villages(within == null ? jurisdiction : jurisdiction.narrowedTo(within));
        var sheet = Spreadsheet.<VillageStructure>named(messages.get("party.post.overview.title"), villages)
                .column(messages.get("place.township"), VillageStructure::townshipName)
                .column(messages.get("place.village"), VillageStructure::placeName)
                .column(messages.get("party.post.field.posts"), village -> village.posts()
                        .size());
        villages.stream()
                .flatMap(village -> village.checks().stream())
                .map(StructureCheck::title)
                .distinct()
                .forEach(title -> sheet.column(title, village -> village.checks().stream()
                        .filter(check -> check.title().equals(title))
                        .map(check -> yes(check.met()))
                        .findFirst()
                        .orElse(null)));
        sheet.column(messages.get("party.post.one-head"), village -> yes(village.oneHead()))
                .writeTo(response);
    }

    @GetMapping("/{place}")
    String village(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("village", find(jurisdiction, place));
        model.addAttribute("former", queries.former(jurisdiction, place));
        return "party/post/village";
    }

    @GetMapping("/{place}/new")
    @PreAuthorize(MAY_WRITE)
    String open(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", PostForm.empty());
        return form(place, jurisdiction, model);
    }

    @PostMapping("/{place}")
    @PreAuthorize(MAY_WRITE)
    String take(
            @PathVariable PlaceCode place,
            @ModelAttribute("form") PostForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        find(jurisdiction, place);
        var command = form.toCommand(place, errors);
        if (command.isPresent()) {
            try {
                posts.take(jurisdiction, command.get());
                flash.addFlashAttribute("done", "party.post.done.taken");
                return "redirect:/party/structure/" + place;
            } catch (PostRefused refused) {
                FormErrors.reject(refused, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(place, jurisdiction, model);
    }

    private String form(PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("village", find(jurisdiction, place));
        model.addAttribute(
                "candidates",
                queries.candidates(jurisdiction, place).stream()
                        .map(person -> new Option(person.personId().toString(), person.name() + " " + person.bornOn()))
                        .toList());
        model.addAttribute(
                "tracks",
                Arrays.stream(Track.values())
                        .map(track -> new Option(track.name(), messages.get(track.messageKey())))
                        .toList());
        model.addAttribute(
                "roles",
                Arrays.stream(PostRole.values())
                        .map(role -> new Option(role.name(), messages.get("party.post.role." + role)))
                        .toList());
        return "party/post/take";
    }

    private VillageStructure find(Jurisdiction jurisdiction, PlaceCode place) {
        return queries.village(jurisdiction, place).orElseThrow(() -> new PlaceNotFound(place));
    }

    private String yes(boolean yes) {
        return messages.get(yes ? "party.organisation.yes" : "party.organisation.no");
    }
}
