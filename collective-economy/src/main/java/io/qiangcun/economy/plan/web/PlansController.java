package io.qiangcun.economy.plan.web;

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
import io.qiangcun.economy.plan.PlanId;
import io.qiangcun.economy.plan.PlanQueries;
import io.qiangcun.economy.plan.PlanQueries.Row;
import io.qiangcun.economy.plan.PlanQueries.View;
import io.qiangcun.economy.plan.PlanService;
import io.qiangcun.economy.project.ProjectQueries;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
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

/** What the villages of an area mean to earn, how far they are, and the models they choose from. */
@Controller
@RequestMapping("/economy/plans")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_PLANS + "')")
class PlansController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_PLANS + "')";
    private static final String MAY_DEFINE = "hasAuthority('" + EconomyAuthorities.DEFINE_MODELS + "')";
    private static final int YEARS_BACK = 4;
    private static final int YEARS = 7;

    private final PlanQueries queries;
    private final PlanService plans;
    private final ProjectQueries projects;
    private final PlacesOfChoice choices;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    PlansController(
            PlanQueries queries,
            PlanService plans,
            ProjectQueries projects,
            PlacesOfChoice choices,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.plans = plans;
        this.projects = projects;
        this.choices = choices;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whom the list shows. */
    enum Standing {
        PLANNED,
        MISSING,
        REACHED,
        BELOW
    }

    /** What is asked of the list. */
    record Asked(
            @Nullable PlaceCode place,
            @Nullable Integer year,
            @Nullable Integer slot,
            @Nullable Standing standing) {

        int yearAt(LocalDate today) {
            return year == null
                    ? today.getYear()
                    : Math.max(today.getYear() - YEARS_BACK, Math.min(today.getYear() + YEARS, year));
        }

        boolean fits(Row row) {
            return (slot == null || slot.equals(row.slot()))
                    && (standing == null
                            || switch (standing) {
                                case PLANNED -> row.planId() != null;
                                case MISSING -> row.planId() == null;
                                case REACHED -> row.isReached();
                                case BELOW -> row.target() != null && !row.isReached();
                            });
        }
    }

    /** Sums over villages; income counts those with a target only. */
    record Sums(int villages, int planned, int reached, BigDecimal target, BigDecimal income) {

        static Sums of(List<Row> rows) {
            var aimed = rows.stream().filter(row -> row.target() != null).toList();
            return new Sums(
                    rows.size(),
                    (int) rows.stream().filter(row -> row.planId() != null).count(),
                    (int) rows.stream().filter(Row::isReached).count(),
                    aimed.stream()
                            .map(row -> Objects.requireNonNull(row.target()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                    aimed.stream()
                            .map(row -> Objects.requireNonNullElse(row.income(), BigDecimal.ZERO))
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    @GetMapping
    String list(@ModelAttribute("asked") Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        if (jurisdiction.level() == PlaceKind.VILLAGE) {
            var own = queries.current(jurisdiction, jurisdiction.root());
            if (own.isPresent()) {
                return "redirect:" + own.get().id().href();
            }
        }
        var year = asked.yearAt(LocalDate.now(clock));
        var rows = rows(asked, jurisdiction);
        model.addAttribute("year", year);
        model.addAttribute("sums", Sums.of(rows));
        model.addAttribute("rows", paged(rows.stream().filter(asked::fits).toList(), page));
        model.addAttribute("models", queries.models(jurisdiction));
        model.addAttribute("standings", Standing.values());
        model.addAttribute("years", years());
        model.addAttribute("above", jurisdiction.level() != PlaceKind.VILLAGE);
        model.addAttribute("writes", queries.writes());
        return "economy/plan/list";
    }

    private List<Row> rows(Asked asked, Jurisdiction jurisdiction) {
        var place = asked.place();
        var within = place == null
                ? jurisdiction
                : Jurisdiction.within(places.require(place, jurisdiction).code());
        return queries.rows(within, asked.yearAt(LocalDate.now(clock)));
    }

    private static Page<Row> paged(List<Row> rows, Pageable page) {
        var from = (int) Math.min(page.getOffset(), rows.size());
        return new PageImpl<>(rows.subList(from, Math.min(from + page.getPageSize(), rows.size())), page, rows.size());
    }

    private List<Option> years() {
        return Stream.iterate(LocalDate.now(clock).getYear() + 2, year -> year - 1)
                .limit(YEARS)
                .map(year -> new Option(Integer.toString(year), Integer.toString(year)))
                .toList();
    }

    @GetMapping("/export")
    void export(@ModelAttribute("asked") Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        Spreadsheet.<Row>named(
                        messages.get("economy.plan.list.title"),
                        rows(asked, jurisdiction).stream().filter(asked::fits).toList())
                .note(messages.get("economy.plan.of-year", asked.yearAt(LocalDate.now(clock))))
                .column(messages.get("place.township"), Row::townshipName)
                .column(messages.get("place.village"), Row::placeName)
                .column(field("model"), row -> row.slot() == null ? "" : called(row.slot(), row.modelName()))
                .column(field("project"), Row::project)
                .column(field("target"), Row::target)
                .column(field("income"), Row::income)
                .column(field("percent"), Row::percent)
                .writeTo(response);
    }

    private String called(int slot, @Nullable String name) {
        return name == null || name.isEmpty()
                ? messages.get("economy.plan.model", slot)
                : messages.get("economy.plan.model-named", slot, name);
    }

    /** How a county words one of its models. */
    record ModelForm(
            String slot,
            @Size(max = 30) String name,
            @Size(max = 500) String content,
            String retired) {

        ModelForm {
            slot = Objects.requireNonNullElse(slot, "");
            name = Objects.requireNonNullElse(name, "");
            content = Objects.requireNonNullElse(content, "");
            retired = Objects.requireNonNullElse(retired, "");
        }
    }

    @GetMapping("/models")
    String models(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new ModelForm("", "", "", ""));
        return modelsPage(jurisdiction, model);
    }

    private String modelsPage(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("models", queries.models(jurisdiction));
        model.addAttribute("defines", queries.defines() && jurisdiction.level() == PlaceKind.COUNTY);
        return "economy/plan/models";
    }

    @PostMapping("/models")
    @PreAuthorize(MAY_DEFINE)
    String word(
            @Valid @ModelAttribute("form") ModelForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var slot = Typed.sent(Integer::valueOf, form.slot());
        if (!Submission.succeeds(
                errors,
                () -> plans.word(
                        jurisdiction,
                        slot,
                        form.name().strip(),
                        Typed.text(form.content()),
                        form.retired().equals("true")))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return modelsPage(jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.plan.done.worded");
        return "redirect:/economy/plans/models";
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(@RequestParam(required = false) @Nullable PlaceCode village, Jurisdiction jurisdiction, Model model) {
        var here = village != null ? village : jurisdiction.level() == PlaceKind.VILLAGE ? jurisdiction.root() : null;
        if (here == null) {
            model.addAttribute("choices", choices.villages(jurisdiction));
            return "economy/plan/choose";
        }
        places.require(here, jurisdiction);
        var known = queries.current(jurisdiction, here);
        return known.isPresent()
                ? "redirect:" + known.get().id().href()
                : page(PlanForm.empty(here, LocalDate.now(clock)), here, jurisdiction, model);
    }

    private String page(PlanForm form, PlaceCode village, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("at", places.require(village, jurisdiction));
        model.addAttribute(
                "models",
                queries.models(jurisdiction).stream()
                        .filter(one -> !one.retired() || form.slot().equals(Integer.toString(one.slot())))
                        .map(one -> new Option(Integer.toString(one.slot()), called(one.slot(), one.name())))
                        .toList());
        model.addAttribute(
                "projects",
                projects.choices(jurisdiction, village).stream()
                        .map(one -> new Option(one.projectId().toString(), one.number() + " " + one.name()))
                        .toList());
        return "economy/plan/form";
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String write(
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        places.require(form.place(), jurisdiction);
        var command = form.toCommand(errors);
        if (command.isEmpty() || !Submission.succeeds(errors, () -> plans.write(jurisdiction, actor, command.get()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, form.place(), jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.plan.done.written");
        return "redirect:" + command.get().id().href();
    }

    /** Why a plan is over. */
    record EndForm(
            String version, String on, @Size(max = 200) String reason) {

        EndForm {
            version = Objects.requireNonNullElse(version, "");
            on = Objects.requireNonNullElse(on, "");
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable PlanId id, Jurisdiction jurisdiction, Model model) {
        var plan = queries.find(jurisdiction, id);
        model.addAttribute(
                "form",
                new EndForm(Long.toString(plan.version()), LocalDate.now(clock).toString(), ""));
        return shown(plan, jurisdiction, model);
    }

    private String shown(View plan, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("years", queries.years(jurisdiction, plan));
        model.addAttribute(
                "others",
                queries.of(jurisdiction, plan.place()).stream()
                        .filter(other -> !other.planId().equals(plan.planId()))
                        .toList());
        model.addAttribute("above", jurisdiction.level() != PlaceKind.VILLAGE);
        model.addAttribute("writes", queries.writes() && plan.isCurrent());
        return "economy/plan/show";
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable PlanId id, Jurisdiction jurisdiction, Model model) {
        var plan = queries.find(jurisdiction, id);
        return page(PlanForm.of(plan, queries.years(jurisdiction, plan)), plan.place(), jurisdiction, model);
    }

    @PostMapping("/{id}/edit")
    @PreAuthorize(MAY_WRITE)
    String rewrite(
            @PathVariable PlanId id,
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var plan = queries.find(jurisdiction, id);
        // it stays where it is, whatever is sent
        var same = new PlanForm(
                id.toString(),
                form.version(),
                plan.placeCode(),
                form.slot(),
                form.measures(),
                form.project(),
                form.projectWords(),
                form.adoptedOn(),
                form.adoptedBy(),
                form.years(),
                form.amounts());
        var command = same.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(
                        errors,
                        () -> plans.rewrite(
                                jurisdiction, actor, command.get(), Typed.sent(Long::parseLong, form.version())))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, plan.place(), jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.plan.done.written");
        return "redirect:" + id.href();
    }

    @PostMapping("/{id}/end")
    @PreAuthorize(MAY_WRITE)
    String end(
            @PathVariable PlanId id,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var plan = queries.find(jurisdiction, id);
        var on = Typed.date("on", form.on(), errors);
        if (on == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "economy.plan.refused.missing");
        }
        if (form.reason().isBlank()) {
            errors.rejectValue("reason", "economy.plan.refused.missing");
        }
        if (!Submission.succeeds(
                errors,
                () -> plans.end(
                        jurisdiction,
                        id,
                        Typed.sent(Long::parseLong, form.version()),
                        Objects.requireNonNull(on),
                        Typed.text(form.reason())))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(plan, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.plan.done.ended");
        return "redirect:" + id.href();
    }

    private String field(String field) {
        return messages.get("economy.plan.field." + field);
    }
}
