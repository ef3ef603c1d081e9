package io.qiangcun.economy.membership.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeNotFound;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.cooperative.CooperativeQueries.View;
import io.qiangcun.economy.membership.ContributionKind;
import io.qiangcun.economy.membership.MemberKind;
import io.qiangcun.economy.membership.MembershipService;
import io.qiangcun.economy.membership.QuotaKind;
import io.qiangcun.economy.membership.QuotaWay;
import io.qiangcun.economy.membership.Source;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
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

/** Who joins a cooperative, and what of its reserve, grants and gifts is put to the names of members. */
@Controller
@RequestMapping("/economy/cooperatives/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')")
class CooperativeMembersController {

    private final MembershipService members;
    private final CooperativeQueries cooperatives;
    private final MembershipPages pages;
    private final Clock clock;

    CooperativeMembersController(
            MembershipService members, CooperativeQueries cooperatives, MembershipPages pages, Clock clock) {
        this.members = members;
        this.cooperatives = cooperatives;
        this.pages = pages;
        this.clock = clock;
    }

    /** What is put to names, as it is typed. */
    record QuotaForm(
            String id,
            String year,
            String kind,
            String way,
            @Size(max = 30) String amount,
            @Size(max = 200) String basis) {

        QuotaForm {
            id = Objects.requireNonNullElse(id, "");
            year = Objects.requireNonNullElse(year, "");
            kind = Objects.requireNonNullElse(kind, "");
            way = Objects.requireNonNullElse(way, "");
            amount = Objects.requireNonNullElse(amount, "");
            basis = Objects.requireNonNullElse(basis, "");
        }
    }

    @GetMapping("/join")
    String open(@PathVariable CooperativeId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", JoinForm.empty(LocalDate.now(clock)));
        return form(acting(jurisdiction, id), model);
    }

    private String form(View cooperative, Model model) {
        model.addAttribute("cooperative", cooperative);
        model.addAttribute("kinds", pages.words("kind", MemberKind.values()));
        model.addAttribute("brings", pages.words("brings", ContributionKind.values()));
        model.addAttribute("sources", pages.words("source", Source.values()));
        return "economy/membership/join";
    }

    @PostMapping("/join")
    String join(
            @PathVariable CooperativeId id,
            @Valid @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var cooperative = acting(jurisdiction, id);
        var command = form.toCommand(id, errors);
        if (command.isEmpty() || !Submission.succeeds(errors, () -> members.join(jurisdiction, actor, command.get()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(cooperative, model);
        }
        flash.addFlashAttribute("done", "economy.membership.done.joined");
        return "redirect:/economy/cooperative-members?cooperative=" + id;
    }

    @GetMapping("/quota")
    String quota(@PathVariable CooperativeId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute(
                "form",
                new QuotaForm(
                        UUID.randomUUID().toString(),
                        Integer.toString(LocalDate.now(clock).getYear()),
                        QuotaKind.RESERVE.name(),
                        QuotaWay.CONTRIBUTION.name(),
                        "",
                        ""));
        return quotaForm(acting(jurisdiction, id), model);
    }

    private String quotaForm(View cooperative, Model model) {
        model.addAttribute("cooperative", cooperative);
        model.addAttribute("kinds", pages.words("quota", QuotaKind.values()));
        model.addAttribute("ways", pages.words("way", QuotaWay.CONTRIBUTION, QuotaWay.TRADE, QuotaWay.EQUAL));
        return "economy/membership/quota";
    }

    @PostMapping("/quota")
    String put(
            @PathVariable CooperativeId id,
            @Valid @ModelAttribute("form") QuotaForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var cooperative = acting(jurisdiction, id);
        var year = Typed.count("year", form.year(), errors);
        var amount = TypedMoney.money("amount", form.amount(), errors);
        JoinForm.required("year", form.year(), errors);
        JoinForm.required("amount", form.amount(), errors);
        JoinForm.required("basis", form.basis(), errors);
        if (!Submission.succeeds(
                errors,
                () -> members.quantify(
                        jurisdiction,
                        actor,
                        Typed.sent(UUID::fromString, form.id()),
                        id,
                        Objects.requireNonNull(year),
                        Typed.sent(QuotaKind::valueOf, form.kind()),
                        Typed.sent(QuotaWay::valueOf, form.way()),
                        Objects.requireNonNull(amount),
                        Typed.text(form.basis())))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return quotaForm(cooperative, model);
        }
        flash.addFlashAttribute("done", "economy.membership.done.put");
        return "redirect:/economy/cooperative-members?cooperative=" + id;
    }

    private View acting(Jurisdiction jurisdiction, CooperativeId id) {
        var cooperative = cooperatives.find(jurisdiction, id);
        if (!cooperative.active()) {
            throw new CooperativeNotFound(id);
        }
        return cooperative;
    }
}
