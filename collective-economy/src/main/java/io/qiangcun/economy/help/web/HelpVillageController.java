package io.qiangcun.economy.help.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.help.AssignHelper;
import io.qiangcun.economy.help.HelpQueries;
import io.qiangcun.economy.help.HelpService;
import io.qiangcun.economy.help.HelperId;
import io.qiangcun.economy.help.HelperKind;
import io.qiangcun.economy.help.ListVillage;
import io.qiangcun.economy.income.IncomeQueries;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One village: whether it is weak, who helps it, who did, and what it earns meanwhile. */
@Controller
@RequestMapping("/economy/help/{village}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_HELP + "')")
class HelpVillageController {

    private static final String MAY_ASSIGN = "hasAuthority('" + EconomyAuthorities.ASSIGN_HELP + "')";

    private final HelpQueries queries;
    private final HelpService help;
    private final IncomeQueries income;
    private final PlaceTree places;
    private final PlacesOfChoice choices;
    private final Messages messages;
    private final Clock clock;

    HelpVillageController(
            HelpQueries queries,
            HelpService help,
            IncomeQueries income,
            PlaceTree places,
            PlacesOfChoice choices,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.help = help;
        this.income = income;
        this.places = places;
        this.choices = choices;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is done for a village: only the fields of one step are filled in. */
    record StepForm(
            String id,
            String on,
            @Size(max = 200) String reason,
            @Size(max = 100) String document,
            String kind,
            String main,
            @Size(max = 60) String name,
            @Size(max = 60) String post,
            String helping,
            @Size(max = 500) String duties,
            String from) {

        StepForm {
            id = given(id);
            on = given(on);
            reason = given(reason);
            document = given(document);
            kind = given(kind);
            main = given(main);
            name = given(name);
            post = given(post);
            helping = given(helping);
            duties = given(duties);
            from = given(from);
        }

        private static String given(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }

        static StepForm empty(LocalDate today) {
            return new StepForm(
                    UUID.randomUUID().toString(),
                    today.toString(),
                    "",
                    "",
                    HelperKind.COUNTY_LEADER.name(),
                    "true",
                    "",
                    "",
                    "",
                    "",
                    today.toString());
        }

        UUID sentId() {
            return Typed.sent(UUID::fromString, id);
        }
    }

    @GetMapping
    String show(@PathVariable PlaceCode village, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", StepForm.empty(LocalDate.now(clock)));
        return page(require(village, jurisdiction), jurisdiction, "", model);
    }

    private PlaceNode require(PlaceCode village, Jurisdiction jurisdiction) {
        return places.require(village, jurisdiction);
    }

    private String page(PlaceNode village, Jurisdiction jurisdiction, String refused, Model model) {
        var here = jurisdiction.narrowedTo(village.code());
        var assigns = queries.assigns() && village.code().kind() == PlaceKind.VILLAGE;
        var now = YearMonth.now(clock);
        model.addAttribute("village", village);
        model.addAttribute("above", jurisdiction.level().compareTo(PlaceKind.VILLAGE) < 0);
        model.addAttribute("assigns", assigns);
        model.addAttribute("refused", refused);
        model.addAttribute("weak", queries.village(jurisdiction, village.code()).orElse(null));
        model.addAttribute("listings", queries.listings(jurisdiction, village.code()));
        model.addAttribute("helpers", queries.helpers(jurisdiction, village.code()));
        model.addAttribute(
                "income", income.ladder(here, now).known().stream().findFirst().orElse(null));
        model.addAttribute(
                "last",
                income.ladder(here, now.minusYears(1).withMonth(12)).known().stream()
                        .findFirst()
                        .orElse(null));
        model.addAttribute("year", now.getYear());
        if (assigns) {
            model.addAttribute("kinds", kinds());
            model.addAttribute("villages", villages(jurisdiction, village.code()));
        }
        return "economy/help/village";
    }

    private List<Option> kinds() {
        return Arrays.stream(HelperKind.values())
                .map(kind -> new Option(kind.name(), messages.get("economy.help.kind." + kind)))
                .toList();
    }

    private List<Option> villages(Jurisdiction jurisdiction, PlaceCode but) {
        return choices.villages(jurisdiction).stream()
                .filter(choice -> !choice.code().equals(but))
                .map(choice -> new Option(choice.code().value(), choice.fullName()))
                .toList();
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            PlaceCode village,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    @PostMapping("/listed")
    @PreAuthorize(MAY_ASSIGN)
    String list(
            @PathVariable PlaceCode village,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "reason", form.reason());
        var on = day("on", form.on(), errors);
        return step(
                "listed",
                errors,
                new Asked(village, jurisdiction, model, response, flash),
                () -> help.list(
                        jurisdiction,
                        actor,
                        new ListVillage(
                                form.sentId(),
                                village,
                                Objects.requireNonNull(on),
                                Typed.text(form.reason()),
                                form.document().strip())));
    }

    @PostMapping("/unlisted")
    @PreAuthorize(MAY_ASSIGN)
    String unlist(
            @PathVariable PlaceCode village,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "reason", form.reason());
        var on = day("on", form.on(), errors);
        return step(
                "unlisted",
                errors,
                new Asked(village, jurisdiction, model, response, flash),
                () -> help.unlist(jurisdiction, village, Objects.requireNonNull(on), Typed.text(form.reason())));
    }

    @PostMapping("/helpers")
    @PreAuthorize(MAY_ASSIGN)
    String assign(
            @PathVariable PlaceCode village,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var kind = Typed.sent(HelperKind::valueOf, form.kind());
        var from = day("from", form.from(), errors);
        var known = kind == HelperKind.RICH_VILLAGE && !form.helping().isEmpty()
                ? places.require(Typed.sent(PlaceCode::valueOf, form.helping()), jurisdiction)
                : null;
        if (kind == HelperKind.RICH_VILLAGE) {
            required(errors, "helping", form.helping());
        } else {
            required(errors, "name", form.name());
        }
        return step(
                "assigned",
                errors,
                new Asked(village, jurisdiction, model, response, flash),
                () -> help.assign(
                        jurisdiction,
                        actor,
                        new AssignHelper(
                                new HelperId(form.sentId()),
                                village,
                                kind,
                                form.main().equals("true"),
                                known == null ? form.name().strip() : known.name(),
                                form.post().strip(),
                                known == null ? null : known.code(),
                                Typed.text(form.duties()),
                                Objects.requireNonNull(from))));
    }

    @PostMapping("/helpers/{helper}/end")
    @PreAuthorize(MAY_ASSIGN)
    String end(
            @PathVariable PlaceCode village,
            @PathVariable HelperId helper,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "reason", form.reason());
        var on = day("on", form.on(), errors);
        return step(
                "ended",
                errors,
                new Asked(village, jurisdiction, model, response, flash),
                () -> help.end(jurisdiction, village, helper, Objects.requireNonNull(on), Typed.text(form.reason())));
    }

    private static void required(BindingResult errors, String field, String text) {
        if (text.isBlank() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.help.refused.missing");
        }
    }

    private static @Nullable LocalDate day(String field, String text, BindingResult errors) {
        var day = Typed.date(field, text, errors);
        if (day == null) {
            required(errors, field, "");
        }
        return day;
    }

    private String step(String done, BindingResult errors, Asked asked, Runnable action) {
        var village = require(asked.village(), asked.jurisdiction());
        if (!Submission.succeeds(errors, action)) {
            asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(village, asked.jurisdiction(), done, asked.model());
        }
        asked.flash().addFlashAttribute("done", "economy.help.done." + done);
        return "redirect:/economy/help/" + asked.village();
    }
}
