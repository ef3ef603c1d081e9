package io.qiangcun.party.post.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.post.Feature;
import io.qiangcun.party.post.StructureRuleId;
import io.qiangcun.party.post.StructureRules;
import io.qiangcun.party.post.Track;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

/** The rules that committees are held against; a county adds and ends its own. */
@Controller
@RequestMapping("/party/structure-rules")
class StructureRulesController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.SET_STRUCTURE_RULES + "')";

    private final StructureRules rules;
    private final Messages messages;
    private final Clock clock;

    StructureRulesController(StructureRules rules, Messages messages, Clock clock) {
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("rules", rules.all(jurisdiction));
        model.addAttribute("today", LocalDate.now(clock));
        return "party/post/rules";
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(Model model) {
        model.addAttribute("form", StructureRuleForm.empty(LocalDate.now(clock)));
        return form(model);
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String add(
            @ModelAttribute("form") StructureRuleForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var rule = form.toCommand(errors);
        if (rule.isPresent() && Submission.succeeds(errors, () -> rules.add(jurisdiction, actor, rule.get()))) {
            flash.addFlashAttribute("done", "party.structure-rule.done.added");
            return "redirect:/party/structure-rules";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model);
    }

    @PostMapping("/{id}/end")
    @PreAuthorize(MAY_WRITE)
    String end(@PathVariable StructureRuleId id, Jurisdiction jurisdiction, Actor actor, RedirectAttributes flash) {
        rules.end(jurisdiction, actor, id);
        flash.addFlashAttribute("done", "party.structure-rule.done.ended");
        return "redirect:/party/structure-rules";
    }

    private String form(Model model) {
        model.addAttribute(
                "bodies",
                Stream.concat(
                                Stream.of(new Option("", messages.get("party.structure-rule.body.BOTH"))),
                                Arrays.stream(Track.values())
                                        .map(track -> new Option(track.name(), messages.get(track.messageKey()))))
                        .toList());
        model.addAttribute(
                "features",
                Arrays.stream(Feature.values())
                        .map(feature -> new Option(feature.name(), messages.get(feature.messageKey())))
                        .toList());
        model.addAttribute(
                "units",
                List.of(
                        new Option("false", messages.get("party.structure-rule.unit.PEOPLE")),
                        new Option("true", messages.get("party.structure-rule.unit.PERCENT"))));
        return "party/post/rule";
    }
}
