package io.qiangcun.economy.membership.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeNotFound;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.cooperative.CooperativeQueries.View;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.MembershipQueries;
import io.qiangcun.economy.membership.MembershipService;
import io.qiangcun.economy.membership.RecordTrade;
import io.qiangcun.economy.membership.TradeId;
import io.qiangcun.economy.membership.TradeKind;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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

/** Records one trade after the other, on the telephone beside the scales. */
@Controller
@RequestMapping("/economy/cooperatives/{id}/trades")
class TradeController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";
    private static final int DECIMALS = 3;

    private final MembershipQueries queries;
    private final MembershipService members;
    private final CooperativeQueries cooperatives;
    private final MembershipPages pages;
    private final Clock clock;

    TradeController(
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

    /** A trade as it is typed. */
    record TradeForm(
            String id,
            String member,
            @Size(max = 60) String name,
            String kind,
            @Size(max = 40) String product,
            @Size(max = 20) String quantity,
            @Size(max = 10) String unit,
            @Size(max = 30) String amount,
            String on) {

        TradeForm {
            id = Objects.requireNonNullElse(id, "");
            member = Objects.requireNonNullElse(member, "");
            name = Objects.requireNonNullElse(name, "");
            kind = Objects.requireNonNullElse(kind, "");
            product = Objects.requireNonNullElse(product, "");
            quantity = Objects.requireNonNullElse(quantity, "");
            unit = Objects.requireNonNullElse(unit, "");
            amount = Objects.requireNonNullElse(amount, "");
            on = Objects.requireNonNullElse(on, "");
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
    String show(@PathVariable CooperativeId id, Jurisdiction jurisdiction) {
        cooperatives.find(jurisdiction, id);
        return "redirect:/economy/cooperative-trades?cooperative=" + id;
    }

    /** What was typed last is offered again: a whole harvest is weighed one after the other. */
    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(
            @PathVariable CooperativeId id,
            @ModelAttribute("last") LastForm last,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute(
                "form",
                new TradeForm(
                        TradeId.next().toString(),
                        "",
                        "",
                        last.kind(),
                        last.product(),
                        "",
                        last.unit(),
                        "",
                        LocalDate.now(clock).toString()));
        return form(acting(jurisdiction, id), jurisdiction, model);
    }

    /** What stays from one entry to the next. */
    record LastForm(String kind, String product, String unit) {

        LastForm {
            kind = Objects.requireNonNullElse(kind, TradeKind.SALE.name());
            product = Objects.requireNonNullElse(product, "");
            unit = Objects.requireNonNullElse(unit, "");
        }
    }

    private String form(View cooperative, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("cooperative", cooperative);
        model.addAttribute(
                "members",
                queries.present(jurisdiction, cooperative.id()).stream()
                        .map(member ->
                                new Option(member.coopMemberId().toString(), member.number() + " " + member.name()))
                        .toList());
        model.addAttribute("kinds", pages.words("trade", TradeKind.values()));
        model.addAttribute("known", queries.known(jurisdiction, cooperative.id()));
        return "economy/membership/trade";
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String record(
            @PathVariable CooperativeId id,
            @Valid @ModelAttribute("form") TradeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var cooperative = acting(jurisdiction, id);
        var on = JoinForm.day("on", form.on(), errors);
        var quantity = TypedMoney.number("quantity", form.quantity(), DECIMALS, errors);
        var amount = TypedMoney.money("amount", form.amount(), errors);
        JoinForm.required("product", form.product(), errors);
        JoinForm.required("amount", form.amount(), errors);
        if (form.member().isEmpty()) {
            JoinForm.required("name", form.name(), errors);
        }
        if (quantity != null && quantity.signum() < 0) {
            errors.rejectValue("quantity", "economy.membership.refused.negative");
        }
        if (!Submission.succeeds(
                errors,
                () -> members.trade(
                        jurisdiction,
                        actor,
                        new RecordTrade(
                                Typed.sent(TradeId::valueOf, form.id()),
                                id,
                                form.member().isEmpty() ? null : Typed.sent(CoopMemberId::valueOf, form.member()),
                                form.name().strip(),
                                Typed.sent(TradeKind::valueOf, form.kind()),
                                form.product().strip(),
                                quantity == null ? BigDecimal.ZERO : quantity,
                                form.unit().strip(),
                                Objects.requireNonNull(amount),
                                Objects.requireNonNull(on))))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(cooperative, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.membership.done.traded");
        flash.addAttribute("kind", form.kind());
        flash.addAttribute("product", form.product().strip());
        flash.addAttribute("unit", form.unit().strip());
        return "redirect:/economy/cooperatives/" + id + "/trades/new";
    }

    private View acting(Jurisdiction jurisdiction, CooperativeId id) {
        var cooperative = cooperatives.find(jurisdiction, id);
        if (!cooperative.active()) {
            throw new CooperativeNotFound(id);
        }
        return cooperative;
    }
}
