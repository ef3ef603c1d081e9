package io.qiangcun.grid.shop.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.shop.FactId;
import io.qiangcun.grid.shop.FactStatus;
import io.qiangcun.grid.shop.ShopAuthorities;
import io.qiangcun.grid.shop.ShopQueries;
import io.qiangcun.grid.shop.ShopQueries.FactRow;
import io.qiangcun.grid.shop.ShopService;
import io.qiangcun.grid.shop.web.ShopForms.ActForm;
import io.qiangcun.grid.shop.web.ShopForms.FactForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

/** Facts about households: entered by one, decided by another, open to objections. */
@Controller
@RequestMapping("/grid/shop")
@PreAuthorize("hasAuthority('" + ShopAuthorities.READ + "')")
class FactController {

    private static final String MAY_KEEP = "hasAuthority('" + ShopAuthorities.KEEP + "')";
    private static final String MAY_DECIDE = "hasAuthority('" + ShopAuthorities.DECIDE + "')";

    private final ShopQueries queries;
    private final ShopService service;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    FactController(ShopQueries queries, ShopService service, PlaceTree places, Messages messages, Clock clock) {
        this.queries = queries;
        this.service = service;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/facts")
    String list(
            @RequestParam(required = false) @Nullable FactStatus status,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("status", status);
        model.addAttribute("statuses", FactStatus.values());
        model.addAttribute("facts", queries.facts(jurisdiction, status, page));
        return "grid/shop/facts";
    }

    @GetMapping("/facts/export")
    void export(
            @RequestParam(required = false) @Nullable FactStatus status,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        Spreadsheet.<FactRow>named(
                        messages.get("grid.shop.facts.title"), queries.facts(jurisdiction, status, Pageable.unpaged()))
                .column(messages.get("place.village"), FactRow::placeName)
                .column(field("household"), FactRow::household)
                .column(field("on"), FactRow::factOn)
                .column(field("rule"), FactRow::ruleName)
                .column(field("fact"), FactRow::fact)
                .column(field("evidence"), FactRow::evidence)
                .column(field("points"), FactRow::amount)
                .column(field("state"), row -> messages.get("grid.shop.state." + row.state()))
                .column(field("entered-by"), FactRow::recordedByPerson)
                .column(field("decided-by"), FactRow::decidedByPerson)
                .column(field("reason"), FactRow::reversedReason)
                .writeTo(response);
    }

    @GetMapping("/{place}/facts/new")
    @PreAuthorize(MAY_KEEP)
    String open(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", FactForm.empty(LocalDate.now(clock)));
        return form(ShopController.village(places, place, jurisdiction), model);
    }

    @PostMapping("/{place}/facts/new")
    @PreAuthorize(MAY_KEEP)
    String enter(
            @PathVariable PlaceCode place,
            @Valid @ModelAttribute("form") FactForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var village = ShopController.village(places, place, jurisdiction);
        var command = form.toCommand(place, errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> service.enter(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "grid.shop.done.entered");
            return "redirect:/grid/shop/facts/" + command.get().id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(village, model);
    }

    @GetMapping("/facts/{id}")
    String show(@PathVariable FactId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("form", ActForm.empty());
        return page(id, jurisdiction, actor, model);
    }

    @PostMapping("/facts/{id}/approve")
    @PreAuthorize(MAY_DECIDE)
    String approve(
            @PathVariable FactId id,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return done(
                id,
                errors,
                () -> service.decide(jurisdiction, actor, id.value(), true, Typed.text(form.note())),
                new Asked(jurisdiction, actor, model, response, flash));
    }

    @PostMapping("/facts/{id}/refuse")
    @PreAuthorize(MAY_DECIDE)
    String refuse(
            @PathVariable FactId id,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return done(
                id,
                errors,
                () -> service.decide(jurisdiction, actor, id.value(), false, Typed.text(form.note())),
                new Asked(jurisdiction, actor, model, response, flash));
    }

    @PostMapping("/facts/{id}/object")
    @PreAuthorize(MAY_KEEP)
    String object(
            @PathVariable FactId id,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return done(
                id,
                errors,
                () -> service.object(
                        jurisdiction,
                        actor,
                        Typed.sent(UUID::fromString, form.id()),
                        id.value(),
                        Typed.text(form.raisedBy()),
                        Typed.text(form.content())),
                new Asked(jurisdiction, actor, model, response, flash));
    }

    @PostMapping("/facts/{id}/keep")
    @PreAuthorize(MAY_DECIDE)
    String keep(
            @PathVariable FactId id,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return done(
                id,
                errors,
                () -> service.answer(jurisdiction, actor, id.value(), false, Typed.text(form.answer())),
                new Asked(jurisdiction, actor, model, response, flash));
    }

    @PostMapping("/facts/{id}/correct")
    @PreAuthorize(MAY_DECIDE)
    String correct(
            @PathVariable FactId id,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return done(
                id,
                errors,
                () -> service.answer(jurisdiction, actor, id.value(), true, Typed.text(form.answer())),
                new Asked(jurisdiction, actor, model, response, flash));
    }

    @PostMapping("/facts/{id}/reverse")
    @PreAuthorize(MAY_DECIDE)
    String reverse(
            @PathVariable FactId id,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return done(
                id,
                errors,
                () -> service.reverse(jurisdiction, actor, id.value(), Typed.text(form.reason())),
                new Asked(jurisdiction, actor, model, response, flash));
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    private String done(FactId id, BindingResult errors, Runnable act, Asked asked) {
        queries.fact(asked.jurisdiction(), id.value());
        if (Submission.succeeds(errors, act)) {
            asked.flash().addFlashAttribute("done", "grid.shop.done.recorded");
            return "redirect:" + id.href();
        }
        asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        asked.model().addAttribute("refused", true);
        return page(id, asked.jurisdiction(), asked.actor(), asked.model());
    }

    private String page(FactId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        var fact = queries.fact(jurisdiction, id.value());
        model.addAttribute("fact", fact);
        model.addAttribute("objections", queries.objections(jurisdiction, id.value()));
        model.addAttribute(
                "another",
                !fact.recordedBy().equals(actor.login())
                        && !fact.recordedByPerson().equals(actor.holder()));
        return "grid/shop/fact";
    }

    private String form(PlaceNode village, Model model) {
        model.addAttribute("village", village);
        model.addAttribute(
                "homes",
                queries.homes(Jurisdiction.within(village.code())).stream()
                        .map(home -> new Option(home.householdId().toString(), home.label()))
                        .toList());
        model.addAttribute("rules", rules(village));
        return "grid/shop/fact-form";
    }

    private List<Option> rules(PlaceNode village) {
        return queries.rules(village.code(), LocalDate.now(clock)).stream()
                .map(rule -> new Option(
                        rule.code(), messages.get("grid.shop.rule-option", rule.name(), rule.per(), rule.amount())))
                .toList();
    }

    private String field(String field) {
        return messages.get("grid.shop.field." + field);
    }
}
