package io.qiangcun.services.catalogue.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.catalogue.CatalogueAuthorities;
import io.qiangcun.services.catalogue.Offers;
import io.qiangcun.services.catalogue.ServiceItemCode;
import io.qiangcun.services.centre.CentreId;
import io.qiangcun.services.centre.CentreQueries;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which items a centre takes. */
@Controller
@RequestMapping("/services/centres/{id}/items")
@PreAuthorize("hasAuthority('" + CatalogueAuthorities.READ + "')")
class OffersController {

    private static final String MAY_WRITE = "hasAuthority('" + ServicesAuthorities.WRITE_CENTRES + "')";

    private final Offers offers;
    private final CentreQueries centres;
    private final CurrentAccount account;

    OffersController(Offers offers, CentreQueries centres, CurrentAccount account) {
        this.offers = offers;
        this.centres = centres;
        this.account = account;
    }

    /** What is said of an item. */
    record OfferForm(
            @NotBlank(message = "{services.catalogue.refused.missing}")
            String code,

            String offered,

            @NotBlank(message = "{services.catalogue.refused.no-reason}") @Size(max = 200)
            String reason) {

        OfferForm {
            code = Objects.requireNonNullElse(code, "");
            offered = Objects.requireNonNullElse(offered, "");
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    String list(@PathVariable CentreId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new OfferForm("", "true", ""));
        return page(id, jurisdiction, model);
    }

    private String page(CentreId id, Jurisdiction jurisdiction, Model model) {
        var all = offers.of(jurisdiction, id);
        model.addAttribute("centre", centres.find(jurisdiction, id));
        model.addAttribute("offers", all);
        model.addAttribute("taken", all.stream().filter(Offers.Offer::offered).toList());
        model.addAttribute(
                "said", all.stream().filter(offer -> offer.reason() != null).toList());
        model.addAttribute("writes", account.may(ServicesAuthorities.WRITE_CENTRES));
        return "services/catalogue/offers";
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String say(
            @PathVariable CentreId id,
            @Valid @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        centres.find(jurisdiction, id);
        if (!form.code().isEmpty() && !ServiceItemCode.fits(form.code())) {
            errors.rejectValue("code", "services.catalogue.refused.code");
        }
        if (!Submission.succeeds(
                errors,
                () -> offers.say(
                        jurisdiction,
                        actor,
                        id,
                        new ServiceItemCode(form.code()),
                        form.offered().equals("true"),
                        Typed.text(form.reason()).strip()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "services.catalogue.done.offer");
        return "redirect:/services/centres/" + id + "/items";
    }
}
