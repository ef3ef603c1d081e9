package io.qiangcun.services.check.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.check.CampaignId;
import io.qiangcun.services.check.Campaigns;
import io.qiangcun.services.check.Campaigns.Asked;
import io.qiangcun.services.check.Campaigns.Open;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Objects;
import org.springframework.data.domain.Pageable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Campaigns of checks: who was asked, and what was answered. */
@Controller
@RequestMapping("/services/checks")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_CENTRES + "')")
class ChecksController {

    private static final String MAY_OVERSEE = "hasAuthority('" + ServicesAuthorities.OVERSEE_CENTRES + "')";

    private final Campaigns campaigns;
    private final Messages messages;

    ChecksController(Campaigns campaigns, Messages messages) {
        this.campaigns = campaigns;
        this.messages = messages;
    }

    /** A campaign as it is typed. */
    record OpenForm(
            String id,

            @NotBlank(message = "{services.check.refused.missing}") @Size(max = 60)
            String title,

            String until) {

        OpenForm {
            id = Objects.requireNonNullElse(id, "");
            title = Objects.requireNonNullElse(title, "");
            until = Objects.requireNonNullElse(until, "");
        }
    }

    /** Why a campaign ends. */
    record EndForm(
            @NotBlank(message = "{services.check.refused.missing}") @Size(max = 200)
            String reason) {

        EndForm {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new OpenForm(CampaignId.next().toString(), "", ""));
        return list(jurisdiction, false, model);
    }

    private String list(Jurisdiction jurisdiction, boolean refused, Model model) {
        model.addAttribute("campaigns", campaigns.campaigns(jurisdiction));
        model.addAttribute("standard", campaigns.standard(jurisdiction));
        model.addAttribute("register", Campaigns.REGISTER);
        model.addAttribute("oversees", campaigns.isOverseer());
        model.addAttribute("refused", refused);
        return "services/check/list";
    }

    @PostMapping
    @PreAuthorize(MAY_OVERSEE)
    String open(
            @Valid @ModelAttribute("form") OpenForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var until = Typed.date("until", form.until(), errors);
        if (until == null && !errors.hasFieldErrors("until")) {
            errors.rejectValue("until", "services.check.refused.missing");
        }
        var id = Typed.sent(CampaignId::valueOf, form.id());
        if (!Submission.succeeds(
                errors,
                () -> campaigns.open(
                        jurisdiction, actor, new Open(id, form.title().strip(), Objects.requireNonNull(until))))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(jurisdiction, true, model);
        }
        flash.addFlashAttribute("done", "services.check.done.opened");
        return "redirect:" + id.href();
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable CampaignId id,
            @RequestParam(defaultValue = "false") boolean unanswered,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("form", new EndForm(""));
        return page(id, unanswered, page, jurisdiction, model);
    }

    private String page(CampaignId id, boolean unanswered, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("campaign", campaigns.find(jurisdiction, id));
        model.addAttribute("asked", campaigns.asked(jurisdiction, id, unanswered, page));
        model.addAttribute("unanswered", unanswered);
        model.addAttribute("register", Campaigns.REGISTER);
        model.addAttribute("oversees", campaigns.isOverseer());
        return "services/check/show";
    }

    @GetMapping("/{id}/export")
    void export(
            @PathVariable CampaignId id,
            @RequestParam(defaultValue = "false") boolean unanswered,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var campaign = campaigns.find(jurisdiction, id);
        Spreadsheet.<Asked>named(
                        campaign.title(),
                        campaigns
                                .asked(jurisdiction, id, unanswered, Pageable.unpaged())
                                .getContent())
                .column(messages.get("place.township"), Asked::townshipName)
                .column(field("place"), Asked::placeName)
                .column(field("centre"), Asked::name)
                .column(field("checked-on"), Asked::checkedOn)
                .column(field("met"), row -> row.rowId() == null ? null : row.met())
                .column(field("unmet"), row -> row.rowId() == null ? null : row.unmet())
                .writeTo(response);
    }

    private String field(String field) {
        return messages.get("services.check.field." + field);
    }

    @PostMapping("/{id}/end")
    @PreAuthorize(MAY_OVERSEE)
    String end(
            @PathVariable CampaignId id,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!Submission.succeeds(
                errors, () -> campaigns.end(jurisdiction, id, form.reason().strip()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, false, page, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "services.check.done.ended");
        return "redirect:" + id.href();
    }
}
