package io.qiangcun.services.hint.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.hint.HintKind;
import io.qiangcun.services.hint.Hints;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which words hint at an emergency or a petition. */
@Controller
@RequestMapping("/services/hints")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_REQUESTS + "')")
class HintController {

    private static final String MAY_WRITE = "hasAuthority('" + ServicesAuthorities.WRITE_HINTS + "')";
    private static final String LIST = "redirect:/services/hints";

    private final Hints hints;
    private final CurrentAccount account;

    HintController(Hints hints, CurrentAccount account) {
        this.hints = hints;
        this.account = account;
    }

    /** Words as they are typed. */
    record HintForm(
            String kind,

            @NotBlank(message = "{services.hint.refused.missing}")
            @Size(min = 2, max = 20, message = "{services.hint.refused.length}")
            String words,

            String call,
            String eventKind,

            @NotBlank(message = "{services.hint.refused.missing}") @Size(max = 200)
            String basis) {

        HintForm {
            kind = Objects.requireNonNullElse(kind, "");
            words = Objects.requireNonNullElse(words, "");
            call = Objects.requireNonNullElse(call, "");
            eventKind = Objects.requireNonNullElse(eventKind, "");
            basis = Objects.requireNonNullElse(basis, "");
        }
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new HintForm(HintKind.EMERGENCY.name(), "", "", "", ""));
        return page(jurisdiction, model);
    }

    private String page(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("hints", hints.all(jurisdiction.root()));
        model.addAttribute("calls", hints.calls());
        model.addAttribute("kinds", HintKind.values());
        model.addAttribute(
                "edits", account.may(ServicesAuthorities.WRITE_HINTS) && jurisdiction.level() == PlaceKind.COUNTY);
        return "services/hint/list";
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String write(
            @Valid @ModelAttribute("form") HintForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!Submission.succeeds(
                errors,
                () -> hints.write(
                        jurisdiction,
                        actor,
                        Typed.sent(HintKind::valueOf, form.kind()),
                        form.words().strip(),
                        form.call().strip(),
                        form.eventKind().strip(),
                        form.basis().strip()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(jurisdiction, model);
        }
        flash.addFlashAttribute("done", "services.hint.noted");
        return LIST;
    }

    @PostMapping("/withdraw")
    @PreAuthorize(MAY_WRITE)
    String withdraw(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        if (reason.isBlank()) {
            flash.addFlashAttribute("problem", "services.hint.refused.no-reason");
        } else {
            hints.withdraw(
                    jurisdiction,
                    actor,
                    Typed.sent(HintKind::valueOf, kind),
                    words,
                    Typed.text(reason).strip());
            flash.addFlashAttribute("done", "services.hint.noted");
        }
        return LIST;
    }
}
