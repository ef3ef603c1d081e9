package io.qiangcun.economy.contract.web;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.CaseFilter;
import io.qiangcun.core.procedure.CaseQueries;
import io.qiangcun.core.procedure.CaseState;
import io.qiangcun.core.procedure.ProcedureAuthorities;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.contract.ContractKind;
import io.qiangcun.economy.contract.ContractQueries;
import io.qiangcun.economy.contract.ContractQueries.Choice;
import io.qiangcun.economy.contract.ObjectKind;
import io.qiangcun.economy.contract.PartyKind;
import io.qiangcun.economy.contract.PayTime;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a new contract and that of a draft have in common. */
@Component
class ContractPages {

    /** Decides what villages have to decide together (四议两公开); the procedure is the Party module's, known by its code. */
    private static final String DECISION = "party.village-decision";

    private static final List<Integer> PERIODS = List.of(12, 6, 3, 1, 24, 36, 60, 0);

    private final ContractQueries queries;
    private final BookQueries books;
    private final CaseQueries cases;
    private final CurrentAccount account;
    private final Messages messages;

    ContractPages(
            ContractQueries queries, BookQueries books, CaseQueries cases, CurrentAccount account, Messages messages) {
        this.queries = queries;
        this.books = books;
        this.cases = cases;
        this.account = account;
        this.messages = messages;
    }

    String refused(Jurisdiction jurisdiction, ContractForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(jurisdiction, form, model);
    }

    String form(Jurisdiction jurisdiction, ContractForm form, Model model) {
        var book = books.find(jurisdiction, form.bookId()).orElseThrow(() -> new BookNotFound(form.book()));
        model.addAttribute("form", form);
        model.addAttribute("book", book);
        model.addAttribute("kinds", words("kind", ContractKind.values()));
        model.addAttribute("objectKinds", words("object-kind", ObjectKind.values()));
        model.addAttribute("partyKinds", words("party-kind", PartyKind.values()));
        var accounts = queries.accounts(jurisdiction, book.id());
        model.addAttribute("incomes", options(accounts, choice -> choice.part().equals("INCOME")));
        model.addAttribute("decisions", decisions(jurisdiction, book.place()));
        paying(model);
        return "economy/contract/form";
    }

    void paying(Model model) {
        model.addAttribute(
                "periods",
                PERIODS.stream()
                        .map(months -> new Option(months.toString(), messages.get("economy.contract.every." + months)))
                        .toList());
        model.addAttribute("payTimes", words("pay", PayTime.values()));
    }

    /** Where money comes in or goes out. */
    List<Option> money(Jurisdiction jurisdiction, ContractQueries.View contract) {
        return options(
                queries.accounts(jurisdiction, contract.book()),
                choice -> choice.part().equals("BANK") || choice.part().equals("CASH"));
    }

    private static List<Option> options(List<Choice> accounts, Predicate<Choice> which) {
        return accounts.stream()
                .filter(which)
                .map(choice -> new Option(choice.code(), choice.code() + " " + choice.name()))
                .toList();
    }

    /** What the village decided; nothing for those who may not read cases. */
    List<Option> decisions(Jurisdiction jurisdiction, PlaceCode village) {
        var options = new ArrayList<Option>();
        if (account.may(ProcedureAuthorities.READ)) {
            var filter = new CaseFilter(village, DECISION, null, null, false, false, false, null);
            cases.list(jurisdiction, filter, Pageable.unpaged()).stream()
                    .filter(found -> found.state() != CaseState.ABANDONED)
                    .map(found -> new Option(
                            found.id().toString(),
                            messages.get("economy.contract.decision.case", found.subjectName(), found.startedOn())))
                    .forEach(options::add);
        }
        return options;
    }

    List<BookRow> books(Jurisdiction jurisdiction) {
        return books.books(jurisdiction);
    }

    private List<Option> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), word(prefix, value)))
                .toList();
    }

    String word(String prefix, Enum<?> value) {
        return messages.get("economy.contract." + prefix + "." + value);
    }

    Stream<Option> bookOptions(Jurisdiction jurisdiction) {
        return books(jurisdiction).stream()
                .map(book -> new Option(book.bookId().toString(), book.placeName() + " " + book.name()));
    }
}
