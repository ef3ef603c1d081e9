package io.qiangcun.core.register.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.register.DefinitionEdit;
import io.qiangcun.core.register.EditionId;
import io.qiangcun.core.register.RegisterAuthorities;
import io.qiangcun.core.register.RegisterColumn;
import io.qiangcun.core.register.RegisterColumn.Kind;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RegisterEditions;
import io.qiangcun.core.register.RegisterQueries;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
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

/** A county's own registers, and its own words and limits for those that came with the application. */
@Controller
@RequestMapping("/core/registers")
@PreAuthorize("hasAuthority('" + RegisterAuthorities.DEFINE + "')")
class DefineController {

    private static final int FIRST_OWN = 9000;
    private static final String NAME = "own1";

    private final RegisterQueries registers;
    private final RegisterEditions editions;
    private final Messages messages;
    private final Clock clock;

    DefineController(RegisterQueries registers, RegisterEditions editions, Messages messages, Clock clock) {
        this.registers = registers;
        this.editions = editions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/define")
    String begin(Jurisdiction jurisdiction, Model model) {
        requireCounty(jurisdiction);
        model.addAttribute("form", new DefineForm(UUID.randomUUID().toString(), "0", Map.of(), "", ""));
        return beginning(model);
    }

    @PostMapping("/define")
    String create(
            @ModelAttribute("form") DefineForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        requireCounty(jurisdiction);
        var id = Typed.sent(UUID::fromString, form.edition());
        if (form.typed("title", "").isBlank()) {
            errors.rejectValue("texts[title]", "core.register.define.title-missing");
        }
        if (form.typed("own1.label", "").isBlank()) {
            errors.rejectValue("texts[own1.label]", "core.register.define.label-missing");
        }
        if (!errors.hasErrors()) {
            var bare = bare(id, form);
            var edit = edit(form.withNames(NAME));
            edit.problems(bare).forEach(problem -> FormErrors.reject(problem, errors));
            if (!errors.hasErrors() && published(id, jurisdiction, actor, edit.applyTo(bare), 0, form, errors)) {
                flash.addFlashAttribute("done", "core.register.flash.created");
                flash.addAttribute("code", bare.code());
                return "redirect:/core/registers/{code}";
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return beginning(model);
    }

    /** With nothing but its first column, which names its rows. */
    private static RegisterDefinition bare(UUID id, DefineForm form) {
        var level = Typed.sent(PlaceKind::valueOf, form.typed("level", PlaceKind.VILLAGE));
        var writer = Typed.sent(PlaceKind::valueOf, form.typed("writer", PlaceKind.VILLAGE));
        var reader = Typed.sent(PlaceKind::valueOf, form.typed("reader", PlaceKind.VILLAGE));
        var name = new RegisterColumn(
                NAME,
                form.typed("own1.label", ""),
                "",
                "",
                Kind.TEXT,
                true,
                false,
                true,
                false,
                false,
                false,
                "",
                null,
                0,
                null,
                null,
                List.of(),
                false);
        return new RegisterDefinition(
                RegisterEditions.ownCode(id),
                form.typed("title", ""),
                form.typed("summary", ""),
                form.typed("theme", ""),
                FIRST_OWN,
                null,
                List.of(level),
                List.of(writer),
                reader,
                null,
                RegisterDefinition.Figure.CURRENT,
                MetricUnit.ITEMS,
                List.of(NAME),
                null,
                null,
                null,
                false,
                false,
                List.of(name),
                List.of(),
                null,
                null,
                List.of(),
                true,
                false);
    }

    private String beginning(Model model) {
        model.addAttribute(
                "levels",
                Stream.of(PlaceKind.VILLAGE, PlaceKind.TOWNSHIP, PlaceKind.COUNTY)
                        .map(level -> new Option(level.name(), messages.get("core.register.level." + level)))
                        .toList());
        lists(model);
        return "core/register/define";
    }

    @GetMapping("/{code}/edit")
    String edit(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        requireCounty(jurisdiction);
        var edition = registers.register(jurisdiction, code);
        var seen = edition.within() == null ? 0 : edition.edition();
        model.addAttribute(
                "form", new DefineForm(UUID.randomUUID().toString(), Integer.toString(seen), Map.of(), "", ""));
        return editing(edition.definition(), model);
    }

    @PostMapping("/{code}/edit")
    String publish(
            @PathVariable String code,
            @ModelAttribute("form") DefineForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        requireCounty(jurisdiction);
        var definition = registers.register(jurisdiction, code).definition();
        var id = Typed.sent(UUID::fromString, form.edition());
        var seen = Typed.sent(Integer::parseInt, form.seen());
        var edit = edit(form);
        if (!definition.own() && form.reason().isBlank()) {
            errors.rejectValue("reason", "core.register.define.reason-missing");
        }
        edit.problems(definition).forEach(problem -> FormErrors.reject(problem, errors));
        if (!errors.hasErrors()) {
            try {
                if (published(id, jurisdiction, actor, edit.applyTo(definition), seen, form, errors)) {
                    flash.addFlashAttribute("done", "core.register.flash.published");
                    flash.addAttribute("code", code);
                    return "redirect:/core/registers/{code}/definition";
                }
            } catch (IllegalArgumentException cannotBe) {
                errors.reject("core.register.define.cannot-be");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return editing(definition, model);
    }

    private boolean published(
            UUID id,
            Jurisdiction jurisdiction,
            Actor actor,
            RegisterDefinition definition,
            int seen,
            DefineForm form,
            BindingResult errors) {
        try {
            editions.publish(jurisdiction, new EditionId(id), definition, seen, form.reason(), actor);
            return true;
        } catch (RuleViolated refused) {
            FormErrors.reject(refused, errors);
            return false;
        }
    }

    private DefinitionEdit edit(DefineForm form) {
        var source = form.source().isBlank()
                ? messages.get("core.register.define.source.own")
                : form.source().strip();
        return new DefinitionEdit(
                form.texts(),
                new Finding.Basis("LOCAL", source, "", ""),
                LocalDate.now(clock),
                messages.get("core.register.define.minimum.rule"));
    }

    private String editing(RegisterDefinition definition, Model model) {
        model.addAttribute("register", definition);
        lists(model);
        return "core/register/define-edit";
    }

    private void lists(Model model) {
        model.addAttribute(
                "kinds",
                Stream.concat(Arrays.stream(Kind.values()).map(Enum::name), Stream.of("FROM", "UNTIL"))
                        .map(kind -> new Option(kind, messages.get("core.register.kind." + kind)))
                        .toList());
        model.addAttribute(
                "added",
                IntStream.rangeClosed(1, DefinitionEdit.NEW_COLUMNS)
                        .mapToObj(number -> "new" + number)
                        .toList());
    }

    private static void requireCounty(Jurisdiction jurisdiction) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new AccessDeniedException("Counties define registers");
        }
    }
}
