package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.gridevent.CallId;
import io.qiangcun.grid.gridevent.CallNotFound;
import io.qiangcun.grid.gridevent.CallRow;
import io.qiangcun.grid.gridevent.EventAuthorities;
import io.qiangcun.grid.gridevent.EventCalls;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calls as the department sees them that is called. */
@Controller
@RequestMapping("/grid/calls")
class CallController {

    private static final String MAY_READ = "hasAuthority('" + EventAuthorities.READ_EVENTS + "')";
    private static final String MAY_ACT = "hasAuthority('" + EventAuthorities.ACT_ON_EVENTS + "')";
    private static final int MOST_SHOWN = 100;

    private final EventCalls calls;
    private final Clock clock;

    CallController(EventCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(MAY_READ)
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("calls", calls.asked(jurisdiction, MOST_SHOWN));
        model.addAttribute("now", clock.instant());
        return "grid/gridevent/calls";
    }

    @GetMapping("/{id}")
    @PreAuthorize(MAY_READ)
    String show(
            @PathVariable CallId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        model.addAttribute("form", new ReplyForm(""));
        return page(find(jurisdiction, id), jurisdiction, me, model);
    }

    @PostMapping("/{id}")
    @PreAuthorize(MAY_ACT)
    String reply(
            @PathVariable CallId id,
            @Valid @ModelAttribute("form") ReplyForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var call = find(jurisdiction, id);
        if (form.reply().isBlank()) {
            errors.rejectValue("reply", "grid.event.missing.reply");
        }
        if (Submission.succeeds(errors, () -> calls.reply(jurisdiction, me.actor(), id, Typed.text(form.reply())))) {
            flash.addFlashAttribute("done", "grid.event.done.replied");
            return "redirect:/grid/calls/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(call, jurisdiction, me, model);
    }

    private String page(CallRow call, Jurisdiction jurisdiction, SignedInAccount me, Model model) {
        model.addAttribute("call", call);
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "answers",
                call.repliedAt() == null
                        && me.may(EventAuthorities.ACT_ON_EVENTS)
                        && jurisdiction.root().value().equals(call.calledPlace()));
        return "grid/gridevent/call";
    }

    private CallRow find(Jurisdiction jurisdiction, CallId id) {
        return calls.find(jurisdiction, id).orElseThrow(() -> new CallNotFound(id));
    }

    /** What the department answers. */
    record ReplyForm(@Size(max = 500) String reply) {

        ReplyForm {
            reply = Objects.requireNonNullElse(reply, "");
        }
    }
}
