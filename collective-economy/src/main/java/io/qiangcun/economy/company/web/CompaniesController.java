package io.qiangcun.economy.company.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.company.CompanyQueries;
import io.qiangcun.economy.company.CompanyQueries.View;
import io.qiangcun.economy.company.CompanyService;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the villages of an area own together, and new ones. */
@Controller
@RequestMapping("/economy/companies")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COMPANIES + "')")
class CompaniesController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COMPANIES + "')";

    private final CompanyQueries queries;
    private final CompanyService companies;
    private final CompanyPages pages;
    private final Messages messages;

    CompaniesController(CompanyQueries queries, CompanyService companies, CompanyPages pages, Messages messages) {
        this.queries = queries;
        this.companies = companies;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("companies", queries.companies(jurisdiction));
        model.addAttribute("holdings", queries.holdings(jurisdiction));
        model.addAttribute("writes", queries.isWriter());
        return "economy/company/list";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<View>named(messages.get("economy.company.list.title"), queries.companies(jurisdiction))
                .column(pages.field("place"), View::placeName)
                .column(pages.field("name"), View::name)
                .column(pages.field("kind"), row -> pages.word("kind", row.kind()))
                .column(pages.field("credit-code"), View::creditCode)
                .column(pages.field("founded-on"), View::foundedOn)
                .column(pages.field("split"), row -> pages.word("split", row.split()))
                .column(pages.field("holders"), View::holders)
                .column(pages.field("shared"), View::shared)
                .column(pages.field("owed"), View::owed)
                .writeTo(response);
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(Jurisdiction jurisdiction, Model model) {
        return pages.form(jurisdiction, CompanyForm.empty(jurisdiction.root()), model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String write(
            @Valid @ModelAttribute("form") CompanyForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(errors, () -> companies.write(jurisdiction, actor, command.get()))) {
            return pages.refused(jurisdiction, form, model, response);
        }
        flash.addFlashAttribute("done", "economy.company.done.written");
        return "redirect:" + command.get().id().href();
    }
}
