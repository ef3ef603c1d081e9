package io.qiangcun.core.procedure.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.procedure.ActorLevel;
import io.qiangcun.core.procedure.Basis;
import io.qiangcun.core.procedure.CaseQueries;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.ProcedureTemplate;
import io.qiangcun.core.procedure.ProcedureTemplates;
import io.qiangcun.core.procedure.Step;
import io.qiangcun.core.procedure.TemplateEdit;
import io.qiangcun.core.procedure.TemplateEdition;
import io.qiangcun.core.procedure.TemplateId;
import io.qiangcun.core.procedure.TemplateRefused;
import io.qiangcun.core.web.Difference;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The procedures there are: readable by all who have cases, started by whose move that is, copied by the county. */
@Controller
@RequestMapping("/core/procedures")
class ProcedureController {

    private final CaseQueries cases;
    private final ProcedureTemplates templates;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    ProcedureController(
            CaseQueries cases, ProcedureTemplates templates, PlaceTree places, Messages messages, Clock clock) {
        this.cases = cases;
        this.templates = templates;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        var catalogue = cases.catalogue(jurisdiction);
        var where = startingPlaces(jurisdiction);
        model.addAttribute("catalogue", catalogue);
        model.addAttribute(
                "startable",
                catalogue.stream()
                        .filter(edition -> mayStart(jurisdiction, edition.template(), where))
                        .filter(edition -> !templates.isOff(edition.template()))
                        .map(edition -> edition.template().code())
                        .toList());
        model.addAttribute(
                "off",
                catalogue.stream()
                        .filter(edition -> templates.isOff(edition.template()))
                        .map(edition -> edition.template().code())
                        .toList());
        return "core/procedure/procedures";
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        var edition = find(jurisdiction, code);
        model.addAttribute("edition", edition);
        model.addAttribute("template", edition.template());
        model.addAttribute("rules", templates.voteRules(LocalDate.now(clock)));
        model.addAttribute("funnel", cases.funnel(jurisdiction, code));
        model.addAttribute("copies", templates.copies(code, jurisdiction.root()));
        model.addAttribute("atCounty", jurisdiction.level() == PlaceKind.COUNTY);
        model.addAttribute(
                "outdated",
                edition.base() != null
                        && !edition.base().equals(templates.builtIn(code).id()));
        model.addAttribute(
                "differences",
                edition.isCopy()
                        ? differences(
                                edition.template(), templates.builtIn(code).template())
                        : List.of());
        var isOff = templates.isOff(edition.template());
        model.addAttribute("isOff", isOff);
        model.addAttribute(
                "mayStart", !isOff && mayStart(jurisdiction, edition.template(), startingPlaces(jurisdiction)));
        return "core/procedure/procedure";
    }

    @GetMapping("/{code}/edit")
    String edit(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        var edition = editable(jurisdiction, code);
        var seen = edition.isCopy() ? edition.edition() : 0;
        model.addAttribute("form", new CopyForm(UUID.randomUUID(), seen, Map.of(), "", ""));
        return edit(edition, model);
    }

    @PostMapping("/{code}/edit")
    String publish(
            @PathVariable String code,
            @ModelAttribute("form") CopyForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var edition = editable(jurisdiction, code);
        var source = Objects.requireNonNull(form.source()).strip();
        if (source.isEmpty()) {
            errors.rejectValue("source", "core.procedure.copy.source-missing");
        }
        var change = new TemplateEdit(
                form.texts(), new Basis("LOCAL", source, "", ""), messages.get("core.procedure.copy.record"));
        change.problems(edition.template()).forEach(problem -> FormErrors.reject(problem, errors));
        if (!errors.hasErrors()) {
            try {
                templates.publish(
                        jurisdiction,
                        new TemplateId(Submission.sent(form.copy())),
                        change.applyTo(edition.template()),
                        Objects.requireNonNullElse(form.seen(), -1),
                        Objects.requireNonNull(form.reason()),
                        actor);
                flash.addFlashAttribute("done", "core.procedure.flash.published");
                flash.addAttribute("code", code);
                return "redirect:/core/procedures/{code}";
            } catch (TemplateRefused refused) {
                FormErrors.reject(refused, errors);
            } catch (IllegalArgumentException cannotBe) {
                errors.reject("core.procedure.copy.cannot-be");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return edit(edition, model);
    }

    private String edit(TemplateEdition edition, Model model) {
        model.addAttribute("edition", edition);
        model.addAttribute("template", edition.template());
        model.addAttribute(
                "levels",
                Arrays.stream(ActorLevel.values())
                        .map(level -> new Option(level.name(), messages.get("core.procedure.level." + level)))
                        .toList());
        return "core/procedure/edit";
    }

    private TemplateEdition editable(Jurisdiction jurisdiction, String code) {
        var edition = find(jurisdiction, code);
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new AccessDeniedException("Counties make copies");
        }
        return edition;
    }

    private TemplateEdition find(Jurisdiction jurisdiction, String code) {
        return cases.catalogue(jurisdiction).stream()
                .filter(edition -> edition.template().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<PlaceNode> startingPlaces(Jurisdiction jurisdiction) {
        return StartController.places(jurisdiction, places, LocalDate.now(clock));
    }

    private static boolean mayStart(Jurisdiction jurisdiction, ProcedureTemplate template, List<PlaceNode> where) {
        return where.stream().anyMatch(place -> CaseService.mayStart(jurisdiction, template, place.code()));
    }

    /** What the copy says otherwise than the original. */
    private List<Difference> differences(ProcedureTemplate copy, ProcedureTemplate original) {
        var rows = new ArrayList<Difference>();
        copy.steps()
                .forEach(step -> rows.add(new Difference(
                        step.title(),
                        words(step),
                        original.find(step.code()).map(this::words).orElse(""))));
        original.steps().stream()
                .filter(step -> copy.find(step.code()).isEmpty())
                .forEach(step -> rows.add(new Difference(step.title(), "", words(step))));
        return rows.stream().filter(Difference::differs).toList();
    }

    private String words(Step step) {
        var words = new ArrayList<>(List.of(step.title(), step.hint()));
        step.earliest()
                .forEach(bound -> words.add(messages.get(
                        "core.procedure.earliest",
                        messages.get("core.procedure.unit." + bound.unit(), bound.amount()))));
        step.latest()
                .forEach(bound -> words.add(messages.get(
                        "core.procedure.latest", messages.get("core.procedure.unit." + bound.unit(), bound.amount()))));
        var publicity = step.publicity();
        if (publicity != null) {
            words.add(messages.get(
                    "core.procedure.publicity",
                    messages.get("core.procedure.unit." + publicity.unit(), publicity.amount())));
        }
        step.evidence().forEach(field -> words.add(field.label()));
        return String.join("\n", words.stream().filter(word -> !word.isBlank()).toList());
    }
}
