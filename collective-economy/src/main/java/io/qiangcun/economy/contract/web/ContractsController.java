package io.qiangcun.economy.contract.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.contract.ContractKind;
import io.qiangcun.economy.contract.ContractQueries;
import io.qiangcun.economy.contract.ContractQueries.Filter;
import io.qiangcun.economy.contract.ContractQueries.View;
import io.qiangcun.economy.contract.ContractService;
import io.qiangcun.economy.contract.ContractState;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
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

/** The contracts of an area, new ones, and what villagers read of them. */
@Controller
@RequestMapping("/economy/contracts")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_CONTRACTS + "')")
class ContractsController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_CONTRACTS + "')";

    private final ContractQueries queries;
    private final ContractService contracts;
    private final ContractPages pages;
    private final PlacesOfChoice villages;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    ContractsController(
            ContractQueries queries,
            ContractService contracts,
            ContractPages pages,
            PlacesOfChoice villages,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.contracts = contracts;
        this.pages = pages;
        this.villages = villages;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked of the list. */
    record FilterForm(
            @Nullable PlaceCode place,
            @Nullable ContractKind kind,
            @Nullable ContractState state,
            @Nullable Boolean ending,
            @Nullable Boolean owing,
            @Nullable String text) {

        Filter toFilter() {
            return new Filter(
                    place,
                    kind,
                    state,
                    Boolean.TRUE.equals(ending),
                    Boolean.TRUE.equals(owing),
                    text == null ? "" : text.strip());
        }
    }

    @GetMapping
    String list(@ModelAttribute("filter") FilterForm filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("contracts", queries.contracts(jurisdiction, within(filter, jurisdiction), page));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("kinds", ContractKind.values());
        model.addAttribute(
                "states",
                List.of(ContractState.DRAFT, ContractState.IN_FORCE, ContractState.ENDED, ContractState.TERMINATED));
        model.addAttribute("above", isAbove(jurisdiction));
        return "economy/contract/list";
    }

    private Filter within(FilterForm filter, Jurisdiction jurisdiction) {
        if (filter.place() != null) {
            places.require(filter.place(), jurisdiction);
        }
        return filter.toFilter();
    }

    private static boolean isAbove(Jurisdiction jurisdiction) {
        return jurisdiction.level() != PlaceKind.VILLAGE;
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") FilterForm filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var found = queries.contracts(jurisdiction, within(filter, jurisdiction), Pageable.unpaged());
        Spreadsheet.<View>named(messages.get("economy.contract.list.title"), found.getContent())
                .column(messages.get("place.township"), View::townshipName)
                .column(messages.get("place.village"), View::placeName)
                .column(field("number"), View::number)
                .column(field("name"), View::name)
                .column(field("kind"), row -> pages.word("kind", row.kind()))
                .column(field("party"), View::party)
                .column(field("object"), View::objectName)
                .column(field("object-kind"), row -> pages.word("object-kind", row.objectKind()))
                .column(field("area"), View::area)
                .column(field("from"), View::fromOn)
                .column(field("until"), View::untilOn)
                .column(field("yearly"), View::yearly)
                .column(field("paid-up-to"), View::paidUpTo)
                .column(field("arrears"), View::arrears)
                .column(field("state"), row -> pages.word("state", row.state()))
                .writeTo(response);
    }

    /** What can be put on the wall of the village. */
    @GetMapping("/published")
    String published(
            @RequestParam(required = false) @Nullable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        var village = place != null ? place : isAbove(jurisdiction) ? null : jurisdiction.root();
        if (village != null) {
            model.addAttribute("village", places.require(village, jurisdiction).name());
            model.addAttribute("contracts", queries.published(jurisdiction, village));
        }
        model.addAttribute("place", village);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("villages", isAbove(jurisdiction) ? villages.villages(jurisdiction) : List.of());
        return "economy/contract/published";
    }

    /** Where there are several books, one is chosen first, for its accounts are offered. */
    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(@RequestParam(required = false) @Nullable BookId book, Jurisdiction jurisdiction, Model model) {
        if (book != null) {
            return pages.form(jurisdiction, ContractForm.empty(book, LocalDate.now(clock)), model);
        }
        var books = pages.books(jurisdiction);
        if (books.size() == 1) {
            return pages.form(jurisdiction, ContractForm.empty(books.get(0).id(), LocalDate.now(clock)), model);
        }
        model.addAttribute("books", pages.bookOptions(jurisdiction).toList());
        return "economy/contract/choose";
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String write(
            @Valid @ModelAttribute("form") ContractForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(errors, () -> contracts.write(jurisdiction, actor, command.get()))) {
            return pages.refused(jurisdiction, form, model, response);
        }
        flash.addFlashAttribute("done", "economy.contract.done.written");
        return "redirect:" + command.get().id().href();
    }

    private String field(String field) {
        return messages.get("economy.contract.field." + field);
    }
}
