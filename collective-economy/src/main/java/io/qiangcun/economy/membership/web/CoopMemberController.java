package io.qiangcun.economy.membership.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.membership.ContributionKind;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.MembershipQueries;
import io.qiangcun.economy.membership.MembershipService;
import io.qiangcun.economy.membership.Source;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
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

/** One member: what he brought, and how he leaves. */
@Controller
@RequestMapping("/economy/cooperative-members/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
class CoopMemberController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";

    private final MembershipQueries queries;
    private final MembershipService members;
    private final CooperativeQueries cooperatives;
    private final MembershipPages pages;
    private final Clock clock;

    CoopMemberController(
            MembershipQueries queries,
            MembershipService members,
            CooperativeQueries cooperatives,
            MembershipPages pages,
            Clock clock) {
        this.queries = queries;
        this.members = members;
        this.cooperatives = cooperatives;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable CoopMemberId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", JoinForm.empty(LocalDate.now(clock)));
        return page(id, jurisdiction, "", model);
    }

    private String page(CoopMemberId id, Jurisdiction jurisdiction, String refused, Model model) {
        var member = queries.find(jurisdiction, id);
        model.addAttribute("member", member);
        model.addAttribute("cooperative", cooperatives.find(jurisdiction, member.cooperative()));
        model.addAttribute("brought", queries.brought(jurisdiction, id));
        model.addAttribute("year", LocalDate.now(clock).getYear());
        model.addAttribute("writes", cooperatives.isWriter() && member.isPresent());
        model.addAttribute("refused", refused);
        model.addAttribute("brings", pages.words("brings", ContributionKind.values()));
        model.addAttribute("sources", pages.words("source", Source.values()));
        return "economy/membership/show";
    }

    @PostMapping("/contributions")
    @PreAuthorize(MAY_WRITE)
    String contribute(
            @PathVariable CoopMemberId id,
            @Valid @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = JoinForm.day("on", form.on(), errors);
        var brought = form.contribution(errors);
        if (!Submission.succeeds(
                errors,
                () -> members.contribute(
                        jurisdiction,
                        actor,
                        id,
                        form.sentId(),
                        Objects.requireNonNull(brought),
                        Objects.requireNonNull(on)))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, jurisdiction, "contributed", model);
        }
        flash.addFlashAttribute("done", "economy.membership.done.contributed");
        return "redirect:" + id.href();
    }

    @PostMapping("/leave")
    @PreAuthorize(MAY_WRITE)
    String leave(
            @PathVariable CoopMemberId id,
            @Valid @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = JoinForm.day("on", form.on(), errors);
        JoinForm.required("reason", form.reason(), errors);
        if (!Submission.succeeds(
                errors,
                () -> members.leave(jurisdiction, actor, id, Objects.requireNonNull(on), Typed.text(form.reason())))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, jurisdiction, "left", model);
        }
        flash.addFlashAttribute("done", "economy.membership.done.left");
        return "redirect:" + id.href();
    }
}
