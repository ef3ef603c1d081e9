package io.qiangcun.core.duty.web;

import io.qiangcun.core.duty.DutyOverdueRule;
import io.qiangcun.core.duty.DutyRules;
import io.qiangcun.core.warning.WarningExplanations;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The statutory calendar, open to everybody who is signed in: what is demanded, by which text, and what follows. */
@Controller
class DutyRuleController {

    private final DutyRules rules;
    private final WarningExplanations explanations;
    private final Clock clock;

    DutyRuleController(DutyRules rules, WarningExplanations explanations, Clock clock) {
        this.rules = rules;
        this.explanations = explanations;
        this.clock = clock;
    }

    @GetMapping("/core/duty-rules")
    String list(Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute("rules", rules.inForce(today));
        model.addAttribute(
                "steps", explanations.steps(DutyOverdueRule.CODE, today).steps());
        return "core/duty/rules";
    }
}
