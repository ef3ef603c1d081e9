package io.qiangcun.core.procedure.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonFilter;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonRow;
import io.qiangcun.core.people.PersonState;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.procedure.ActRefused;
import io.qiangcun.core.procedure.CaseQueries;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.ProcedureAuthorities;
import io.qiangcun.core.procedure.ProcedureTemplate;
import io.qiangcun.core.procedure.ProcedureTemplate.SubjectKind;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts cases, one or many; the persons they are about are looked for and chosen. */
@Controller
@RequestMapping("/core/procedures/{code}")
@PreAuthorize("hasAuthority('" + ProcedureAuthorities.ACT + "')")
class StartController {

    private static final int FOUND = 20;
    private static final int MANY = 200;

    private final CaseQueries cases;
    private final CaseService service;
    private final PeopleQueries people;
    private final PlaceTree places;
    private final Clock clock;

    StartController(CaseQueries cases, CaseService service, PeopleQueries people, PlaceTree places, Clock clock) {
        this.cases = cases;
        this.service = service;
        this.people = people;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/start")
    String start(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable UUID subject,
            Jurisdiction jurisdiction,
            Model model) {
        var template = template(jurisdiction, code);
        var where = startingPlaces(jurisdiction, template);
        var form = new StartForm(
                UUID.randomUUID(),
                where.size() == 1 ? where.get(0).code() : placeOf(jurisdiction, subject),
                subject,
                "",
                name == null ? "" : name,
                today());
        model.addAttribute("form", form);
        return start(template, form, where, jurisdiction, model);
    }

    @PostMapping("/start")
    String start(
            @PathVariable String code,
            @ModelAttribute("form") StartForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var template = template(jurisdiction, code);
        var place = form.place();
        if (place == null) {
            errors.rejectValue("place", "core.procedure.refused.place-missing");
        }
        if (place != null && !errors.hasErrors()) {
            try {
                var id =
                        service.start(jurisdiction, actor, form.toCommand(code, Submission.sent(form.caseId()), place));
                flash.addFlashAttribute("done", "core.procedure.flash.started");
                return "redirect:" + id.href();
            } catch (ActRefused refused) {
                FormErrors.reject(refused, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("failed", true);
        return start(template, form, startingPlaces(jurisdiction, template), jurisdiction, model);
    }

    @GetMapping("/start-many")
    String startMany(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(required = false) @Nullable String name,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("form", new StartManyForm(UUID.randomUUID(), List.of(), today()));
        return startMany(persons(jurisdiction, code), place, name, jurisdiction, model);
    }

    @PostMapping("/start-many")
    String startMany(
            @PathVariable String code,
            @ModelAttribute("form") StartManyForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(required = false) @Nullable String name,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var template = persons(jurisdiction, code);
        var batch = Submission.sent(form.batch());
        var subjects = people.briefs(
                jurisdiction, form.subjects().stream().map(PersonId::new).toList());
        if (subjects.isEmpty()) {
            errors.rejectValue("subjects", "core.procedure.refused.nobody-chosen");
        }
        var commands = subjects.stream()
                .map(subject -> form.toCommand(code, batch, subject))
                .toList();
        if (Submission.succeeds(errors, () -> service.startAll(jurisdiction, actor, commands))) {
            flash.addFlashAttribute("done", "core.procedure.flash.started-many");
            flash.addAttribute("template", code);
            return "redirect:/core/cases?template={template}";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return startMany(template, place, name, jurisdiction, model);
    }

    private String start(
            ProcedureTemplate template, StartForm form, List<PlaceNode> where, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("template", template);
        model.addAttribute("aboutPerson", template.subject() == SubjectKind.PERSON);
        model.addAttribute("found", found(jurisdiction, template, form));
        model.addAttribute("places", options(where));
        return "core/procedure/start";
    }

    /** Who may be meant: whoever was chosen, and those of that name. */
    private List<PersonRow> found(Jurisdiction jurisdiction, ProcedureTemplate template, StartForm form) {
        if (template.subject() != SubjectKind.PERSON) {
            return List.of();
        }
        var subject = form.subject();
        var found = new ArrayList<PersonRow>();
        if (subject != null) {
            found.addAll(people.rows(jurisdiction, List.of(new PersonId(subject))));
        }
        if (!form.name().isEmpty()) {
            people.list(jurisdiction, named(form.name()), PageRequest.of(0, FOUND)).stream()
                    .filter(row -> !row.personId().equals(subject))
                    .forEach(found::add);
        }
        return found;
    }

    private String startMany(
            ProcedureTemplate template,
            @Nullable PlaceCode place,
            @Nullable String name,
            Jurisdiction jurisdiction,
            Model model) {
        var within = place == null ? jurisdiction : jurisdiction.narrowedTo(place);
        var wide = jurisdiction.level().digits() < PlaceKind.VILLAGE.digits();
        model.addAttribute("template", template);
        model.addAttribute("place", place);
        model.addAttribute("name", name == null ? "" : name);
        model.addAttribute("places", wide ? options(startingPlaces(jurisdiction, template)) : List.<Option>of());
        model.addAttribute(
                "found",
                wide && place == null && (name == null || name.isBlank())
                        ? List.of()
                        : people.list(within, named(name == null ? "" : name), PageRequest.of(0, MANY))
                                .getContent());
        return "core/procedure/start-many";
    }

    private static PersonFilter named(String name) {
        return new PersonFilter(name.isBlank() ? null : name.strip(), null, null, PersonState.HERE);
    }

    private @Nullable PlaceCode placeOf(Jurisdiction jurisdiction, @Nullable UUID subject) {
        return subject == null
                ? null
                : people.briefs(jurisdiction, List.of(new PersonId(subject))).stream()
                        .map(brief -> brief.place())
                        .findFirst()
                        .orElse(null);
    }

    private static List<Option> options(List<PlaceNode> where) {
        return where.stream()
                .map(place -> new Option(place.code().value(), place.name()))
                .toList();
    }

    private ProcedureTemplate persons(Jurisdiction jurisdiction, String code) {
        var template = template(jurisdiction, code);
        if (template.subject() != SubjectKind.PERSON) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return template;
    }

    private ProcedureTemplate template(Jurisdiction jurisdiction, String code) {
        return cases.turnedOn(jurisdiction).stream()
                .map(edition -> edition.template())
                .filter(template -> template.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Where the account starts such a case: at its own place, or at those below it. */
    private List<PlaceNode> startingPlaces(Jurisdiction jurisdiction, ProcedureTemplate template) {
        return places(jurisdiction, places, today()).stream()
                .filter(place -> CaseService.mayStart(jurisdiction, template, place.code()))
                .toList();
    }

    /** The own place and the villages below it, read once for all procedures. */
    static List<PlaceNode> places(Jurisdiction jurisdiction, PlaceTree places, LocalDate today) {
        var root = jurisdiction.root();
        var all = new ArrayList<PlaceNode>();
        all.add(places.require(root, jurisdiction));
        if (root.kind().digits() < PlaceKind.VILLAGE.digits()) {
            all.addAll(places.all(jurisdiction, PlaceKind.VILLAGE, today));
        }
        return all;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
