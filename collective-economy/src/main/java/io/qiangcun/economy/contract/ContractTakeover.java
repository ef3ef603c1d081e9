package io.qiangcun.economy.contract;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over contracts that were kept elsewhere, all of a sheet or none; they are in force at once. */
@Service
@Transactional
public class ContractTakeover {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_CONTRACTS + "')";

    private final ContractService contracts;
    private final BookQueries books;

    ContractTakeover(ContractService contracts, BookQueries books) {
        this.contracts = contracts;
        this.books = books;
    }

    /**
     * A line of a sheet.
     *
     * @param line where it stands
     * @param book its name; empty where the village has only one
     * @param command what it says, once the book is known
     */
    public record Entry(
            int line, PlaceCode village, String book, String number, Function<BookId, WriteContract> command) {}

    /** What is wrong with which line. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        var known = books(jurisdiction);
        var problems = new TreeMap<Integer, List<Problem>>();
        var numbers = new HashSet<String>();
        for (var entry : entries) {
            var book = book(known, entry);
            if (book.isEmpty()) {
                problems.put(entry.line(), List.of(ContractRefused.at("book", "no-book")));
            } else if (!numbers.add(entry.village() + " " + entry.number())) {
                problems.put(entry.line(), List.of(ContractRefused.at("number", "number-twice", entry.number())));
            } else {
                var found = problems(jurisdiction, entry, book.get());
                if (!found.isEmpty()) {
                    problems.put(entry.line(), found);
                }
            }
        }
        return problems;
    }

    private List<Problem> problems(Jurisdiction jurisdiction, Entry entry, BookRow book) {
        try {
            return contracts.problems(jurisdiction, entry.command().apply(book.id()), book);
        } catch (RuleViolated no) {
            return List.copyOf(no.problems());
        }
    }

    @PreAuthorize(MAY_WRITE)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        var problems = check(jurisdiction, entries);
        if (!problems.isEmpty()) {
            return problems;
        }
        var known = books(jurisdiction);
        for (var entry : entries) {
            var command = entry.command().apply(book(known, entry).orElseThrow().id());
            if (contracts.isNew(jurisdiction, command.id())) {
                contracts.write(jurisdiction, actor, command);
                contracts.putInForce(jurisdiction, command.id(), 0);
            }
        }
        return problems;
    }

    private static Optional<BookRow> book(Map<PlaceCode, List<BookRow>> known, Entry entry) {
        var fitting = known.getOrDefault(entry.village(), List.of()).stream()
                .filter(book -> entry.book().isEmpty() || entry.book().equals(book.name()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private Map<PlaceCode, List<BookRow>> books(Jurisdiction jurisdiction) {
        var known = new HashMap<PlaceCode, List<BookRow>>();
        books.books(jurisdiction).forEach(book -> known.computeIfAbsent(book.place(), place -> new ArrayList<>())
                .add(book));
        return known;
    }
}
