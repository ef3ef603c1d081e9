package io.qiangcun.party.points.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.PartyRules;
import io.qiangcun.party.points.Approver;
import io.qiangcun.party.points.PointsRules;
import io.qiangcun.party.points.RuleKind;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** What gives points, open to everybody here; changed by the county. */
@Controller
@RequestMapping("/party/points/rules")
class RulesController {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_POINTS + "')";
    private static final String MAY_RULE = "hasAuthority('" + PartyAuthorities.RULE_POINTS + "')";

    private final PointsRules rules;
    private final PartyRules numbers;
    private final Messages messages;
    private final Clock clock;

    RulesController(PointsRules rules, PartyRules numbers, Messages messages, Clock clock) {
        this.rules = rules;
        this.numbers = numbers;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(MAY_READ)
    String list(Jurisdiction jurisdiction, Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute("rules", rules.inForce(jurisdiction.root(), today));
        model.addAttribute("cap", numbers.rule("party.points-yearly-cap", today));
        model.addAttribute("floor", numbers.rule("party.points-yearly-floor", today));
        model.addAttribute("window", numbers.rule("party.points-objection-days", today));
        return "party/points/rules";
    }

    /** A rule with its history, or an empty form for a new one. */
    @GetMapping("/edit")
    @PreAuthorize(MAY_RULE)
    String open(@RequestParam(required = false) @Nullable String code, Jurisdiction jurisdiction, Model model) {
        var from = LocalDate.now(clock).plusDays(1);
        model.addAttribute(
                "form",
                rules.latest(jurisdiction, code == null ? "" : code)
                        .map(rule -> RuleForm.of(rule, from))
                        .orElseGet(() -> RuleForm.fresh(from)));
        return page(code == null ? "" : code, jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize(MAY_RULE)
    String decide(
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isPresent()) {
            try {
                rules.decide(jurisdiction, actor, command.get());
                flash.addFlashAttribute("done", "party.points.done.ruled");
                return "redirect:/party/points/rules";
            } catch (RuleViolated refused) {
                FormErrors.reject(refused, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form.code(), jurisdiction, model);
    }

    private String page(String code, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("history", code.isEmpty() ? List.of() : rules.history(jurisdiction, code));
        model.addAttribute(
                "kinds",
                Arrays.stream(RuleKind.values())
                        .map(kind -> new Option(kind.name(), messages.get(kind.messageKey())))
                        .toList());
        model.addAttribute(
                "approvers",
                Arrays.stream(Approver.values())
                        .map(approver -> new Option(approver.name(), messages.get(approver.messageKey())))
                        .toList());
        return "party/points/rule";
    }
}
