package io.qiangcun.core.people.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.people.IdentityNumber;
import io.qiangcun.core.people.PeopleAuthorities;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonNotFound;
import io.qiangcun.core.people.PersonRefused;
import io.qiangcun.core.people.PersonRow;
import io.qiangcun.core.people.PersonStale;
import io.qiangcun.core.people.PersonView;
import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
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

/** Persons: the list, each of them, recording and putting right. */
@Controller
@RequestMapping("/core/people")
class PeopleController {

    private static final String MAY_WRITE = "hasAuthority('" + PeopleAuthorities.WRITE + "')";

    private static final Pattern THEN = Pattern.compile("/core/procedures/[a-z0-9.-]+/start");

    private final PeopleService people;
    private final PeopleQueries queries;
    private final PersonPages pages;
    private final Messages messages;

    PeopleController(PeopleService people, PeopleQueries queries, PersonPages pages, Messages messages) {
        this.people = people;
        this.queries = queries;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    String list(PersonListFilter filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("people", queries.list(filter.narrow(jurisdiction), filter.toFilter(), page));
        model.addAttribute("find", new FindForm(""));
        return pages.list(jurisdiction, model);
    }

    @GetMapping("/export")
    void export(PersonListFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.read(filter.narrow(jurisdiction), filter.toFilter(), rows -> write(rows, response));
    }

    @PostMapping("/find")
    @PreAuthorize("hasAuthority('" + PeopleAuthorities.READ + "')")
    String find(
            @ModelAttribute("find") FindForm find,
            BindingResult errors,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response) {
        var found = withIdentityNumber(jurisdiction, find, errors);
        if (found.isPresent()) {
            return "redirect:/core/people/" + found.get();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var filter = new PersonListFilter(null, null, null, null, null);
        model.addAttribute("filter", filter);
        model.addAttribute("people", queries.list(jurisdiction, filter.toFilter(), page));
        return pages.list(jurisdiction, model);
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(@RequestParam(required = false) @Nullable String then, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("then", local(then));
        var places = pages.placesToRecordIn(jurisdiction);
        model.addAttribute(
                "form", PersonForm.empty(places.size() == 1 ? places.get(0).value() : ""));
        return pages.form(jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String register(
            @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String then,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var next = local(then);
        model.addAttribute("then", next);
        var command = form.toRegister(errors);
        if (command.isPresent()) {
            try {
                var id = people.register(jurisdiction, command.get());
                flash.addFlashAttribute("done", "core.people.done.registered");
                return "redirect:" + (next == null ? "/core/people/" + id : next + "?subject=" + id);
            } catch (PersonRefused refused) {
                FormErrors.reject(refused, errors);
                hintAtSimilar(refused, jurisdiction, command.get(), model);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.form(jurisdiction, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable PersonId id, Jurisdiction jurisdiction, Model model) {
        return pages.show(person(jurisdiction, id), jurisdiction, model);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable PersonId id, Jurisdiction jurisdiction, Model model) {
        var person = person(jurisdiction, id);
        model.addAttribute("person", person);
        model.addAttribute("form", PersonForm.of(person));
        return pages.form(jurisdiction, model);
    }

    @PostMapping("/{id}/edit")
    @PreAuthorize(MAY_WRITE)
    String correct(
            @PathVariable PersonId id,
            @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = person(jurisdiction, id);
        var command = form.toCorrect(id, errors);
        if (command.isPresent()) {
            try {
                people.correct(jurisdiction, command.get());
                flash.addFlashAttribute("done", "core.people.done.corrected");
                return "redirect:/core/people/" + id;
            } catch (PersonStale stale) {
                response.setStatus(HttpStatus.CONFLICT.value());
                return pages.conflict(person, form, model);
            } catch (RuleViolated refused) {
                FormErrors.reject(refused, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("person", person);
        return pages.form(jurisdiction, model);
    }

    @PostMapping("/{id}/receive")
    String receive(@PathVariable PersonId id, Jurisdiction jurisdiction, Actor actor, RedirectAttributes flash) {
        people.receive(jurisdiction, actor, id);
        flash.addFlashAttribute("done", "core.people.done.received");
        return "redirect:/core/people/" + id;
    }

    private Optional<PersonId> withIdentityNumber(Jurisdiction jurisdiction, FindForm find, BindingResult errors) {
        try {
            var found = queries.withIdentityNumber(jurisdiction, IdentityNumber.typed(find.identityNumber()));
            if (found.isEmpty()) {
                errors.rejectValue("identityNumber", "core.people.find.nobody");
            }
            return found;
        } catch (RuleViolated wrong) {
            FormErrors.reject(wrong, errors);
            return Optional.empty();
        }
    }

    private void hintAtSimilar(PersonRefused refused, Jurisdiction jurisdiction, RegisterPerson command, Model model) {
        if ("notTheSame".equals(refused.field())) {
            model.addAttribute("similar", queries.similar(jurisdiction, command.details(), command.id()));
        }
    }

    /** Where to go on, if it is a page of ours where persons are chosen. */
    private static @Nullable String local(@Nullable String then) {
        return then != null && THEN.matcher(then).matches() ? then : null;
    }

    private PersonView person(Jurisdiction jurisdiction, PersonId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new PersonNotFound(id));
    }

    private void write(Iterable<PersonRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<PersonRow>named(messages.get("core.people.list.title"), rows)
                    .column(messages.get("place.township"), PersonRow::townshipName)
                    .column(field("place"), PersonRow::placeName)
                    .column(field("name"), PersonRow::name)
                    .column(field("sex"), row -> messages.get(row.sex().messageKey()))
                    .column(field("bornOn"), PersonRow::bornOn)
                    .column(
                            field("education"),
                            row -> messages.get(row.education().messageKey()))
                    .column(field("ethnicGroup"), PersonRow::ethnicGroup)
                    .column(field("household"), PersonRow::householdNumber)
                    .column(field("state"), row -> messages.get(row.state().messageKey()))
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String field) {
        return messages.get("core.people.field." + field);
    }
}
