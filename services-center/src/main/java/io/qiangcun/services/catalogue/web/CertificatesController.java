package io.qiangcun.services.catalogue.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.catalogue.CatalogueAuthorities;
import io.qiangcun.services.catalogue.CatalogueQueries;
import io.qiangcun.services.catalogue.Certificates;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which certificates are not issued, and where to go instead. */
@Controller
@RequestMapping("/services/catalogue/certificates")
@PreAuthorize("hasAuthority('" + CatalogueAuthorities.READ + "')")
class CertificatesController {

    private static final String MAY_EDIT = "hasAuthority('" + CatalogueAuthorities.EDIT + "')";
    private static final String LIST = "redirect:/services/catalogue/certificates";

    private final Certificates certificates;
    private final CatalogueQueries queries;

    CertificatesController(Certificates certificates, CatalogueQueries queries) {
        this.certificates = certificates;
        this.queries = queries;
    }

    /** A certificate as it is typed. */
    record CertificateForm(
            @NotBlank(message = "{services.catalogue.refused.missing}") @Size(max = 60)
            String name,

            @NotBlank(message = "{services.catalogue.refused.missing}") @Size(max = 200)
            String basis,

            @Size(max = 300) String instead) {

        CertificateForm {
            name = Objects.requireNonNullElse(name, "");
            basis = Objects.requireNonNullElse(basis, "");
            instead = Objects.requireNonNullElse(instead, "");
        }
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new CertificateForm("", "", ""));
        return page(jurisdiction, model);
    }

    private String page(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("certificates", certificates.all(jurisdiction.root()));
        model.addAttribute("edits", queries.edits(jurisdiction));
        return "services/catalogue/certificates";
    }

    @PostMapping
    @PreAuthorize(MAY_EDIT)
    String write(
            @Valid @ModelAttribute("form") CertificateForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!Submission.succeeds(
                errors,
                () -> certificates.write(
                        jurisdiction,
                        actor,
                        form.name().strip(),
                        form.basis().strip(),
                        Typed.text(form.instead()).strip()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(jurisdiction, model);
        }
        flash.addFlashAttribute("done", "services.catalogue.done.certificate");
        return LIST;
    }

    @PostMapping("/withdraw")
    @PreAuthorize(MAY_EDIT)
    String withdraw(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reason,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        if (reason.isBlank()) {
            flash.addFlashAttribute("problem", "services.catalogue.refused.no-reason");
        } else {
            certificates.withdraw(jurisdiction, actor, name, Typed.text(reason).strip());
            flash.addFlashAttribute("done", "services.catalogue.done.certificate");
        }
        return LIST;
    }
}
