package io.qiangcun.services.callback.web;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.callback.CallbackAct;
import io.qiangcun.services.callback.CallbackId;
import io.qiangcun.services.callback.CallbackNotFound;
import io.qiangcun.services.callback.CallbackQueries;
import io.qiangcun.services.callback.Callbacks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One call, and all that calls found. */
@Controller
@RequestMapping("/services/callbacks")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_CALLBACKS + "')")
class CallbackController {

    private static final String MAY_CALL = "hasAuthority('" + ServicesAuthorities.CALL_BACK + "')";

    private final CallbackQueries queries;
    private final Callbacks callbacks;
    private final Messages messages;

    CallbackController(CallbackQueries queries, Callbacks callbacks, Messages messages) {
        this.queries = queries;
        this.callbacks = callbacks;
        this.messages = messages;
    }

    @GetMapping("/findings")
    String findings(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("calls", queries.findings(jurisdiction));
        return "services/callback/findings";
    }

    @GetMapping("/{callback}")
    String show(@PathVariable CallbackId callback, Jurisdiction jurisdiction, Actor actor, Model model) {
        var call = queries.call(jurisdiction, callback).orElseThrow(() -> new CallbackNotFound(callback));
        model.addAttribute("call", call);
        model.addAttribute("mine", call.isOf(actor));
        model.addAttribute("here", jurisdiction.root().value());
        model.addAttribute("tries", queries.tries(jurisdiction, callback));
        model.addAttribute("answers", queries.answers(jurisdiction, callback));
        model.addAttribute("questions", queries.questions());
        return "services/callback/show";
    }

    @PostMapping("/{callback}")
    @PreAuthorize(MAY_CALL)
    String act(
            @PathVariable CallbackId callback,
            @ModelAttribute("form") CallbackForm form,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var page = show(callback, jurisdiction, actor, model);
        try {
            run(Typed.sent(CallbackAct::valueOf, form.act()), callback, form, jurisdiction, actor);
        } catch (RuleViolated no) {
            return refused(no, page, response, model);
        }
        flash.addFlashAttribute("done", "services.callback.noted");
        return "redirect:/services/callbacks/" + callback;
    }

    /** The number is in the answer to this request and nowhere else; what he says can be written down beside it. */
    @PostMapping("/{callback}/reveal")
    @PreAuthorize(MAY_CALL)
    String reveal(
            @PathVariable CallbackId callback,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var page = show(callback, jurisdiction, actor, model);
        try {
            model.addAttribute("contact", callbacks.reveal(jurisdiction, actor, callback));
        } catch (RuleViolated no) {
            return refused(no, page, response, model);
        }
        return page;
    }

    private void run(CallbackAct act, CallbackId id, CallbackForm form, Jurisdiction jurisdiction, Actor actor) {
        switch (act) {
            case CLAIM -> callbacks.claim(jurisdiction, actor, id);
            case RELEASE -> callbacks.release(jurisdiction, actor, id);
            case MISS -> callbacks.missed(jurisdiction, actor, id, Typed.text(form.note()));
            case SETTLE -> callbacks.settle(jurisdiction, actor, id, Typed.text(form.settled()));
            case ANSWER -> {
                var answers = new HashMap<String, String>();
                form.answers().forEach((question, answer) -> answers.put(question, Typed.text(answer)));
                callbacks.answered(jurisdiction, actor, id, answers);
            }
        }
    }

    private String refused(RuleViolated no, String page, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "wrong",
                no.problems().stream()
                        .filter(problem -> problem.field() != null)
                        .collect(toMap(problem -> String.valueOf(problem.field()), this::said, (one, other) -> one)));
        no.problems().stream()
                .filter(problem -> problem.field() == null)
                .findFirst()
                .ifPresent(problem -> model.addAttribute("refused", said(problem)));
        return page;
    }

    private String said(Problem problem) {
        return messages.get(problem.messageKey(), problem.arguments().toArray());
    }
}
