package io.qiangcun.economy.book;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the accounts of a book over from elsewhere: all or none. Those that the regulation knows have to agree with it, the
 * others are added below their parents.
 */
@Service
@Transactional
public class AccountTakeover {

    private static final String MAY_MANAGE = "hasAuthority('" + EconomyAuthorities.MANAGE_BOOKS + "')";

    private final Books books;
    private final BookQueries queries;
    private final JdbcClient database;

    AccountTakeover(Books books, BookQueries queries, JdbcClient database) {
        this.books = books;
        this.queries = queries;
        this.database = database;
    }

    /**
     * An account as a sheet has it.
     *
     * @param line where it stands in the sheet
     * @param parent null: that of the book whose code it begins with
     * @param leaf whether nothing lies below it; null where the sheet does not say
     */
    public record Entry(
            int line,
            AccountCode code,
            String name,
            Category category,
            Side side,
            @Nullable AccountCode parent,
            @Nullable Boolean leaf,
            Naming naming) {}

    /**
     * What lines must name beside the account.
     *
     * @param said false: as with its parent or in the regulation
     * @param dimension null: what the parent or the regulation says, or nothing
     */
    public record Naming(
            boolean said, boolean required, @Nullable Dimension dimension) {

        public static final Naming NOT_SAID = new Naming(false, false, null);
        public static final Naming NOTHING = new Naming(true, false, null);
    }

    /** How many of the accounts a book has already, and how many come. */
    public record Count(int known, int added) {}

    private record Checked(List<AccountRow> added, List<AccountRow> renamed, Set<AccountCode> divided, int known) {}

    /** What is wrong with which line. */
    @PreAuthorize(MAY_MANAGE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, BookId book, List<Entry> entries) {
        var problems = new TreeMap<Integer, List<Problem>>();
        checked(jurisdiction, book, entries, problems);
        return problems;
    }

    @PreAuthorize(MAY_MANAGE)
    @Transactional(readOnly = true)
    public Count count(Jurisdiction jurisdiction, BookId book, List<Entry> entries) {
        var checked = checked(jurisdiction, book, entries, new TreeMap<>());
        return new Count(checked.known(), checked.added().size());
    }

    /** Adds what the book does not have yet, if nothing is wrong with any. */
    @PreAuthorize(MAY_MANAGE)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, BookId id, List<Entry> entries) {
        var book = books.findById(id, jurisdiction).orElseThrow(() -> new BookNotFound(id));
        var problems = new TreeMap<Integer, List<Problem>>();
        var checked = checked(jurisdiction, id, entries, problems);
        if (problems.isEmpty()) {
            checked.divided().forEach(code -> divide(id, code));
            checked.renamed().forEach(account -> name(id, account));
            for (var account : checked.added()) {
                insert(book, account);
                book.accountAdded(account.code(), account.name());
            }
            books.saveAndFlush(book);
        }
        return problems;
    }

    /** The shorter the code, the earlier: parents are looked at before what lies below them. */
    private Checked checked(
            Jurisdiction jurisdiction, BookId id, List<Entry> entries, Map<Integer, List<Problem>> problems) {
        var chart = new LinkedHashMap<AccountCode, AccountRow>();
        queries.accounts(jurisdiction, id).forEach(account -> chart.put(account.code(), account));
        var known = Map.copyOf(chart);
        var used = queries.used(jurisdiction, id);
        var seen = new HashSet<AccountCode>();
        var added = new ArrayList<AccountRow>();
        var renamed = new ArrayList<AccountRow>();
        for (var entry : entries.stream()
                .sorted(Comparator.comparing(one -> one.code().value().length()))
                .toList()) {
            if (!seen.add(entry.code())) {
                say(problems, entry, "code", "account-twice", entry.code());
            } else if (known.containsKey(entry.code())) {
                agree(entry, chart, used, renamed, problems);
            } else {
                add(entry, chart, used, problems).ifPresent(account -> {
                    chart.put(account.code(), account);
                    added.add(account);
                });
            }
        }
        var parents = chart.values().stream()
                .map(AccountRow::parent)
                .filter(parent -> parent != null)
                .collect(Collectors.toSet());
        entries.forEach(entry -> leaf(entry, parents, problems));
        return new Checked(
                added.stream().map(account -> divided(account, parents)).toList(),
                renamed,
                parents.stream()
                        .filter(parent -> known.containsKey(parent)
                                && Objects.requireNonNull(known.get(parent)).leaf())
                        .collect(Collectors.toSet()),
                (int) entries.stream()
                        .filter(entry -> known.containsKey(entry.code()))
                        .count());
    }

    private static AccountRow divided(AccountRow account, Set<AccountCode> parents) {
        return new AccountRow(
                account.code(),
                account.name(),
                account.category(),
                account.normalSide(),
                account.parent(),
                !parents.contains(account.code()),
                account.dimension(),
                account.required());
    }

    /** With what the book has. */
    private static void agree(
            Entry entry,
            Map<AccountCode, AccountRow> chart,
            Set<AccountCode> used,
            List<AccountRow> renamed,
            Map<Integer, List<Problem>> problems) {
        var account = Objects.requireNonNull(chart.get(entry.code()));
        if (!plain(account.name()).equals(plain(entry.name()))) {
            say(problems, entry, "account", "name-differs", entry.code(), account.name());
        }
        if (account.category() != entry.category()) {
            say(problems, entry, "category", "category-differs", entry.code());
        }
        if (account.normalSide() != entry.side()) {
            say(problems, entry, "side", "side-differs", entry.code());
        }
        var parent = account.parent();
        if (entry.parent() != null && !entry.parent().equals(parent)) {
            say(problems, entry, "parent", "parent-differs", entry.code(), parent == null ? "—" : parent);
        }
        var naming = entry.naming();
        var dimension = naming.dimension() == null ? account.dimension() : naming.dimension();
        if (naming.required() && dimension == null) {
            say(problems, entry, "naming", "dimension-missing");
        } else if (naming.required() && (dimension != account.dimension() || !account.required())) {
            if (used.contains(entry.code())) {
                say(problems, entry, "naming", "naming-used", entry.code());
            } else {
                renamed.add(named(account, dimension));
            }
        }
    }

    private static AccountRow named(AccountRow account, @Nullable Dimension dimension) {
        return new AccountRow(
                account.code(),
                account.name(),
                account.category(),
                account.normalSide(),
                account.parent(),
                account.leaf(),
                dimension,
                true);
    }

    private static Optional<AccountRow> add(
            Entry entry,
            Map<AccountCode, AccountRow> chart,
            Set<AccountCode> used,
            Map<Integer, List<Problem>> problems) {
        var parent = parent(entry, chart);
        if (parent == null) {
            say(problems, entry, entry.parent() == null ? "code" : "parent", "not-of-the-regime", entry.code());
            return Optional.empty();
        }
        if (!entry.code().within(parent.code()) || entry.code().equals(parent.code())) {
            say(problems, entry, "code", "not-below", parent.code());
            return Optional.empty();
        }
        if (parent.leaf() && used.contains(parent.code())) {
            say(problems, entry, "parent", "account-used", parent.code());
        }
        if (parent.category() != entry.category()) {
            say(problems, entry, "category", "category-of-parent", parent.code());
        }
        if (parent.normalSide() != entry.side()) {
            say(problems, entry, "side", "side-of-parent", parent.code());
        }
        var naming = entry.naming();
        var dimension = naming.dimension() != null
                ? naming.dimension()
                : naming.said() && !naming.required() ? null : parent.dimension();
        if (naming.required() && dimension == null) {
            say(problems, entry, "naming", "dimension-missing");
        }
        return Optional.of(new AccountRow(
                entry.code(),
                entry.name(),
                entry.category(),
                entry.side(),
                parent.code(),
                true,
                dimension,
                naming.said() ? naming.required() : dimension != null && parent.required()));
    }

    /** The one that is named, or else the longest whose code it begins with. */
    private static @Nullable AccountRow parent(Entry entry, Map<AccountCode, AccountRow> chart) {
        if (entry.parent() != null) {
            return chart.get(entry.parent());
        }
        return chart.values().stream()
                .filter(account -> entry.code().within(account.code()))
                .max(Comparator.comparing(account -> account.code().value().length()))
                .orElse(null);
    }

    private static void leaf(Entry entry, Set<AccountCode> parents, Map<Integer, List<Problem>> problems) {
        var leaf = entry.leaf();
        if (leaf != null && leaf == parents.contains(entry.code())) {
            say(problems, entry, "leaf", leaf ? "no-leaf" : "a-leaf", entry.code());
        }
    }

    private static void say(
            Map<Integer, List<Problem>> problems, Entry entry, String field, String key, Object... arguments) {
        problems.computeIfAbsent(entry.line(), line -> new ArrayList<>())
                .add(Problem.of(field, "economy.book.refused." + key, arguments));
    }

    /** 生产(劳务)成本 and 生产（劳务）成本 are one account. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private void divide(BookId book, AccountCode code) {
        database.sql("update economy_account set leaf = false where book_id = :book and code = :code")
                .param("book", book.value())
                .param("code", code.value())
                .update();
    }

    private void name(BookId book, AccountRow account) {
        database.sql(
                        "update economy_account set dimension = :dimension, required = :required where book_id = :book and code = :code")
                .param(
                        "dimension",
                        account.dimension() == null ? null : account.dimension().name())
                .param("required", account.required())
                .param("book", book.value())
                .param("code", account.code().value())
                .update();
    }

    private void insert(Book book, AccountRow account) {
        var dimension = account.dimension();
        var parent = account.parent();
        database.sql("""
                insert into economy_account (book_id, code, place_code, name, category, normal_side, parent, leaf, dimension,
                  required)
                values (:book, :code, :place, :name, :category, :side, :parent, :leaf, :dimension, :required)
                """)
                .param("book", book.getId().value())
                .param("code", account.code().value())
                .param("place", book.placeCode().value())
                .param("name", account.name())
                .param("category", account.category().name())
                .param("side", account.normalSide().code())
                .param("parent", parent == null ? null : parent.value())
                .param("leaf", account.leaf())
                .param("dimension", dimension == null ? null : dimension.name())
                .param("required", account.required())
                .update();
    }
}
