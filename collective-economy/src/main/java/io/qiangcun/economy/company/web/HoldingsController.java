package io.qiangcun.economy.company.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.company.ClaimId;
import io.qiangcun.economy.company.CompanyQueries;
import io.qiangcun.economy.company.CompanyQueries.Claim;
import io.qiangcun.economy.company.CompanyService;
import io.qiangcun.economy.company.Receipt;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What villages are owed of the profits of joint companies, and what they received. */
@Controller
@RequestMapping("/economy/holdings")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COMPANIES + "')")
class HoldingsController {

    private final CompanyQueries queries;
    private final CompanyService companies;
    private final CompanyPages pages;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    HoldingsController(
            CompanyQueries queries,
            CompanyService companies,
            CompanyPages pages,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.companies = companies;
        this.pages = pages;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked of the list. */
    record FilterForm(
            @Nullable PlaceCode place,
            @Nullable Integer year,
            @Nullable Boolean owed) {}

    /** When the money came, as it is typed. */
    record ReceiptForm(
            String id,
            String on,
            String account,
            @Size(max = 4) String sheets) {

        ReceiptForm {
            id = Objects.requireNonNullElse(id, "");
            on = Objects.requireNonNullElse(on, "");
            account = Objects.requireNonNullElse(account, "");
            sheets = Objects.requireNonNullElse(sheets, "");
        }
    }

    @GetMapping
    String list(@ModelAttribute("filter") FilterForm filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("claims", claims(filter, page, jurisdiction));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("receives", queries.isReceiver());
        return "economy/company/holdings";
    }

    private Page<Claim> claims(FilterForm filter, Pageable page, Jurisdiction jurisdiction) {
        var place = filter.place();
        if (place != null) {
            places.require(place, jurisdiction);
        }
        return queries.claims(jurisdiction, place, filter.year(), Boolean.TRUE.equals(filter.owed()), page);
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") FilterForm filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        Spreadsheet.<Claim>named(
                        messages.get("economy.company.holdings.title"),
                        claims(filter, Pageable.unpaged(), jurisdiction).getContent())
                .column(messages.get("place.village"), Claim::placeName)
                .column(pages.field("name"), Claim::companyName)
                .column(pages.field("year"), Claim::year)
                .column(pages.field("claimed"), Claim::amount)
                .column(pages.field("decided-on"), Claim::decidedOn)
                .column(pages.field("received-on"), Claim::receivedOn)
                .writeTo(response);
    }

    @GetMapping("/{id}")
    String open(@PathVariable ClaimId id, Jurisdiction jurisdiction, Model model) {
        var claim = queries.claim(jurisdiction, id);
        var accounts = queries.money(jurisdiction, new PlaceCode(claim.placeCode()));
        model.addAttribute(
                "form",
                new ReceiptForm(
                        VoucherId.next().toString(),
                        LocalDate.now(clock).toString(),
                        accounts.isEmpty() ? "" : accounts.get(0).key(),
                        "1"));
        return page(claim, jurisdiction, model);
    }

    private String page(Claim claim, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("claim", claim);
        var accounts = new ArrayList<Option>();
        queries.money(jurisdiction, new PlaceCode(claim.placeCode()))
                .forEach(account -> accounts.add(
                        new Option(account.key(), account.bookName() + " " + account.code() + " " + account.name())));
        if (!accounts.isEmpty()) {
            accounts.add(new Option("", messages.get("economy.company.not-booked")));
        }
        model.addAttribute("accounts", accounts);
        model.addAttribute("receives", queries.isReceiver());
        return "economy/company/claim";
    }

    @PostMapping("/{id}/receive")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.RECEIVE_PROFITS + "')")
    String receive(
            @PathVariable ClaimId id,
            @Valid @ModelAttribute("form") ReceiptForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var claim = queries.claim(jurisdiction, id);
        var on = CompanyForm.day("on", form.on(), errors);
        var sheets = Typed.count("sheets", form.sheets(), errors);
        var summary = messages.get("economy.company.words.received", claim.companyName(), claim.year());
        if (!Submission.succeeds(
                errors,
                () -> companies.receive(
                        jurisdiction,
                        actor,
                        id,
                        new Receipt(
                                Objects.requireNonNull(on),
                                form.id().isEmpty() ? VoucherId.next() : Typed.sent(VoucherId::valueOf, form.id()),
                                form.account(),
                                sheets == null ? 0 : sheets,
                                summary)))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(claim, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.company.done.received");
        return "redirect:/economy/holdings/" + id;
    }
}
