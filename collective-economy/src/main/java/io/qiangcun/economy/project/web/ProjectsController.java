package io.qiangcun.economy.project.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.project.ProjectId;
import io.qiangcun.economy.project.ProjectQueries;
import io.qiangcun.economy.project.ProjectQueries.BySource;
import io.qiangcun.economy.project.ProjectQueries.Filter;
import io.qiangcun.economy.project.ProjectQueries.Source;
import io.qiangcun.economy.project.ProjectQueries.View;
import io.qiangcun.economy.project.ProjectService;
import io.qiangcun.economy.project.ProjectState;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
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

/** The support projects of an area, their money by source, and new ones. */
@Controller
@RequestMapping("/economy/projects")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_PROJECTS + "')")
class ProjectsController {

    private static final String MAY_APPROVE = "hasAuthority('" + EconomyAuthorities.APPROVE_PROJECTS + "')";
    private static final int YEARS = 10;

    private final ProjectQueries queries;
    private final ProjectService projects;
    private final PlacesOfChoice choices;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    ProjectsController(
            ProjectQueries queries,
            ProjectService projects,
            PlacesOfChoice choices,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.projects = projects;
        this.choices = choices;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked of the list. */
    record Asked(
            @Nullable PlaceCode place,
            @Nullable ProjectState state,
            @Nullable String source,
            @Nullable Integer year,
            @Nullable Boolean late,
            @Nullable Boolean overspent,
            @Nullable String text) {

        Filter toFilter() {
            return new Filter(
                    place,
                    state,
                    source == null || source.isEmpty() ? null : source,
                    year == null || year < 1990 || year > 2200 ? null : year,
                    Boolean.TRUE.equals(late),
                    Boolean.TRUE.equals(overspent),
                    text == null ? "" : text.strip());
        }
    }

    @GetMapping
    String list(@ModelAttribute("asked") Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        requireWithin(asked, jurisdiction);
        model.addAttribute("projects", queries.projects(jurisdiction, asked.toFilter(), page));
        model.addAttribute("sums", queries.sums(jurisdiction));
        model.addAttribute("states", ProjectState.values());
        model.addAttribute("sources", queries.sources(jurisdiction));
        model.addAttribute("years", years());
        model.addAttribute("above", jurisdiction.level() != PlaceKind.VILLAGE);
        model.addAttribute("approves", queries.approves());
        return "economy/project/list";
    }

    private void requireWithin(Asked asked, Jurisdiction jurisdiction) {
        if (asked.place() != null) {
            places.require(asked.place(), jurisdiction);
        }
    }

    private List<Option> years() {
        return Stream.iterate(LocalDate.now(clock).getYear(), year -> year - 1)
                .limit(YEARS)
                .map(year -> new Option(Integer.toString(year), Integer.toString(year)))
                .toList();
    }

    @GetMapping("/export")
    void export(@ModelAttribute("asked") Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        requireWithin(asked, jurisdiction);
        Spreadsheet.<View>named(
                        messages.get("economy.project.list.title"),
                        queries.projects(jurisdiction, asked.toFilter(), Pageable.unpaged())
                                .getContent())
                .column(messages.get("place.township"), View::townshipName)
                .column(messages.get("place.village"), View::placeName)
                .column(field("number"), View::number)
                .column(field("name"), View::name)
                .column(field("content"), View::content)
                .column(field("state"), row -> messages.get("economy.project.state." + row.state()))
                .column(field("approved-on"), View::approvedOn)
                .column(field("approved-by"), View::approvedBy)
                .column(field("planned-from"), View::plannedFrom)
                .column(field("planned-until"), View::plannedUntil)
                .column(field("started-on"), View::startedOn)
                .column(field("completed-on"), View::completedOn)
                .column(field("accepted-on"), View::acceptedOn)
                .column(field("sources"), View::sources)
                .column(field("budget"), View::budget)
                .column(field("granted"), View::granted)
                .column(field("spent"), View::spent)
                .column(field("returned"), View::returned)
                .column(field("left"), View::left)
                .column(field("income-target"), View::incomeTarget)
                .column(field("income"), View::income)
                .writeTo(response);
    }

    /** The name of a new source of the county. */
    record SourceForm(
            String id,

            @NotBlank(message = "{economy.project.refused.missing}") @Size(max = 30)
            String name) {

        SourceForm {
            id = Objects.requireNonNullElse(id, "");
            name = Objects.requireNonNullElse(name, "");
        }
    }

    @GetMapping("/funds")
    String funds(@RequestParam(required = false) @Nullable Integer year, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new SourceForm(UUID.randomUUID().toString(), ""));
        return fundsPage(year, jurisdiction, model);
    }

    private String fundsPage(@Nullable Integer year, Jurisdiction jurisdiction, Model model) {
        var rows = queries.bySource(jurisdiction, year);
        model.addAttribute("year", year);
        model.addAttribute("years", years());
        model.addAttribute("rows", rows);
        model.addAttribute("total", total(rows));
        var keeps = queries.keepsSources(jurisdiction);
        model.addAttribute("keeps", keeps);
        if (keeps) {
            model.addAttribute(
                    "own",
                    queries.sources(jurisdiction).stream().filter(Source::own).toList());
        }
        return "economy/project/funds";
    }

    private static BySource total(List<BySource> rows) {
        return new BySource(
                null,
                "",
                0,
                sum(rows, BySource::budget),
                sum(rows, BySource::granted),
                sum(rows, BySource::spent),
                sum(rows, BySource::returned));
    }

    private static BigDecimal sum(List<BySource> rows, Function<BySource, BigDecimal> what) {
        return rows.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @GetMapping("/funds/export")
    void exportFunds(
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        Spreadsheet.<BySource>named(messages.get("economy.project.funds.title"), queries.bySource(jurisdiction, year))
                .column(
                        field("source"),
                        row -> row.source() == null ? messages.get("economy.project.source-unsaid") : row.name())
                .column(field("projects"), BySource::projects)
                .column(field("budget"), BySource::budget)
                .column(field("granted"), BySource::granted)
                .column(field("spent"), BySource::spent)
                .column(field("returned"), BySource::returned)
                .column(field("left"), BySource::left)
                .writeTo(response);
    }

    @PostMapping("/sources")
    @PreAuthorize(MAY_APPROVE)
    String addSource(
            @Valid @ModelAttribute("form") SourceForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!Submission.succeeds(
                errors, () -> projects.addSource(jurisdiction, Typed.sent(UUID::fromString, form.id()), form.name()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return fundsPage(null, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.project.done.source");
        return "redirect:/economy/projects/funds";
    }

    @PostMapping("/sources/{source}/retire")
    @PreAuthorize(MAY_APPROVE)
    String retireSource(
            @PathVariable String source,
            @RequestParam(defaultValue = "true") boolean retired,
            Jurisdiction jurisdiction,
            RedirectAttributes flash) {
        projects.retireSource(jurisdiction, source, retired);
        flash.addFlashAttribute("done", "economy.project.done.source");
        return "redirect:/economy/projects/funds";
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_APPROVE)
    String open(@RequestParam(required = false) @Nullable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        if (place == null) {
            model.addAttribute(
                    "choices",
                    choices.in(jurisdiction).stream()
                            .filter(choice -> choice.code().kind() != PlaceKind.COUNTY)
                            .toList());
            return "economy/project/choose";
        }
        return page(ProjectForm.empty(place, offered(jurisdiction)), place, jurisdiction, model);
    }

    private List<Source> offered(Jurisdiction jurisdiction) {
        return queries.sources(jurisdiction).stream()
                .filter(source -> !source.retired())
                .toList();
    }

    private String page(ProjectForm form, PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("at", places.require(place, jurisdiction));
        model.addAttribute("offered", queries.sources(jurisdiction));
        return "economy/project/form";
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_APPROVE)
    String write(
            @Valid @ModelAttribute("form") ProjectForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        places.require(form.placeCode(), jurisdiction);
        var command = form.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(errors, () -> projects.write(jurisdiction, actor, command.get()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, form.placeCode(), jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.project.done.written");
        return "redirect:" + command.get().id().href();
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize(MAY_APPROVE)
    String edit(@PathVariable ProjectId id, Jurisdiction jurisdiction, Model model) {
        var project = queries.find(jurisdiction, id);
        return page(
                ProjectForm.of(project, queries.bySource(jurisdiction, id), offered(jurisdiction)),
                project.place(),
                jurisdiction,
                model);
    }

    @PostMapping("/{id}/edit")
    @PreAuthorize(MAY_APPROVE)
    String rewrite(
            @PathVariable ProjectId id,
            @Valid @ModelAttribute("form") ProjectForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var project = queries.find(jurisdiction, id);
        // it stays where it is, whatever is sent
        var same = new ProjectForm(
                id.toString(),
                form.version(),
                project.placeCode(),
                form.number(),
                form.name(),
                form.content(),
                form.supplyChain(),
                form.industryChain(),
                form.valueChain(),
                form.approvedOn(),
                form.approvedBy(),
                form.plannedFrom(),
                form.plannedUntil(),
                form.incomeTarget(),
                form.sources(),
                form.amounts());
        var command = same.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(
                        errors,
                        () -> projects.rewrite(
                                jurisdiction, actor, command.get(), Typed.sent(Long::parseLong, form.version())))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, project.place(), jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.project.done.written");
        return "redirect:" + id.href();
    }

    private String field(String field) {
        return messages.get("economy.project.field." + field);
    }
}
