package io.qiangcun.economy.book;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.economy.EconomyAuthorities;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens books, their accounts, years and months, and closes months. */
@Service
@Transactional
public class BookService {

    private static final String MAY_MANAGE = "hasAuthority('" + EconomyAuthorities.MANAGE_BOOKS + "')";
    private static final String MAY_CLOSE = "hasAuthority('" + EconomyAuthorities.CLOSE_MONTHS + "')";
    private static final String MAY_REOPEN = "hasAuthority('" + EconomyAuthorities.REOPEN_MONTHS + "')";

    private final Books books;
    private final BookQueries queries;
    private final PlaceTree places;
    private final JdbcClient database;
    private final Clock clock;

    BookService(Books books, BookQueries queries, PlaceTree places, JdbcClient database, Clock clock) {
        this.books = books;
        this.queries = queries;
        this.places = places;
        this.database = database;
        this.clock = clock;
    }

    /** Gives the book the chart of its regime and opens its first year. The same form sent twice opens one book. */
    @PreAuthorize(MAY_MANAGE)
    public void open(Jurisdiction jurisdiction, Actor actor, OpenBook command) {
        places.require(command.place(), jurisdiction);
        if (books.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        var recorded = Recorded.by(actor, clock.instant());
        if (queries.named(jurisdiction, command.place(), command.name())) {
            throw new BookRefused("name", "name-taken", command.name());
        }
        try {
            books.saveAndFlush(new Book(command, recorded));
        } catch (DuplicateKeyException takenOutsideTheJurisdiction) {
            throw new BookNotFound(command.id());
        }
        database.sql("""
                insert into economy_account (book_id, code, place_code, name, category, normal_side, parent, leaf, dimension,
                  required)
                select :book, c.code, :place, c.name, c.category, c.normal_side, c.parent,
                    not exists (select from economy_chart_account k where k.regime = c.regime and k.parent = c.code),
                    c.dimension, c.required
                  from economy_chart_account c
                  where c.regime = :regime
                  order by length(c.code), c.code
                """)
                .param("book", command.id().value())
                .param("place", command.place().value())
                .param("regime", command.regime())
                .update();
        insertYear(jurisdiction, command.id(), command.from().getYear(), recorded);
    }

    /** Opens the year after the last one. */
    @PreAuthorize(MAY_MANAGE)
    public void openYear(Jurisdiction jurisdiction, Actor actor, BookId id) {
        var book = find(jurisdiction, id);
        var next = queries.lastYear(jurisdiction, id) + 1;
        if (next > YearMonth.now(clock).plusMonths(1).getYear()) {
            throw new BookRefused(null, "year-ahead", String.valueOf(next));
        }
        insertYear(jurisdiction, id, next, Recorded.by(actor, clock.instant()));
        book.yearOpened(next);
        books.saveAndFlush(book);
    }

    private void insertYear(Jurisdiction jurisdiction, BookId id, int year, Recorded recorded) {
        database.sql("""
                insert into economy_year (book_id, year, place_code, recorded_at, recorded_by, recorded_by_person)
                select book_id, :year, place_code, :at, :by, :person
                  from economy_book where book_id = :book and place_code >= :lo and place_code < :hi
                """)
                .param("year", year)
                .param("at", Timestamp.from(recorded.at()))
                .param("by", recorded.post())
                .param("person", recorded.person())
                .param("book", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
    }

    /** What lines an account has keep it from being divided: they would belong to no part. */
    @PreAuthorize(MAY_MANAGE)
    public void add(Jurisdiction jurisdiction, BookId id, AddAccount command) {
        var book = find(jurisdiction, id);
        var parent = queries.account(jurisdiction, id, command.parent())
                .orElseThrow(() -> new BookRefused("parent", "account-unknown", command.parent()));
        if (!command.code().within(parent.code()) || command.code().equals(parent.code())) {
            throw new BookRefused("code", "not-below", command.parent());
        }
        if (queries.account(jurisdiction, id, command.code()).isPresent()) {
            throw new BookRefused("code", "account-taken", command.code());
        }
        if (parent.leaf() && queries.isUsed(jurisdiction, id, command.parent())) {
            throw new BookRefused("parent", "account-used", command.parent());
        }
        database.sql("update economy_account set leaf = false where book_id = :book and code = :code and leaf")
                .param("book", id.value())
                .param("code", command.parent().value())
                .update();
        var dimension = command.dimension();
        database.sql("""
                insert into economy_account (book_id, code, place_code, name, category, normal_side, parent, leaf, dimension,
                  required)
                values (:book, :code, :place, :name, :category, :side, :parent, true, :dimension, :required)
                """)
                .param("book", id.value())
                .param("code", command.code().value())
                .param("place", book.placeCode().value())
                .param("name", command.name())
                .param("category", parent.category().name())
                .param("side", parent.normalSide().code())
                .param("parent", command.parent().value())
                .param("dimension", dimension == null ? null : dimension.name())
                .param("required", dimension != null && command.required())
                .update();
        book.accountAdded(command.code(), command.name());
        books.saveAndFlush(book);
    }

    /** The detail of that name; new where the book does not know it yet. */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.WRITE_VOUCHERS + "')")
    public UUID detail(Jurisdiction jurisdiction, BookId id, Dimension dimension, String name) {
        var book = find(jurisdiction, id);
        database.sql("""
                insert into economy_detail (detail_id, book_id, place_code, dimension, name)
                values (:id, :book, :place, :dimension, :name)
                on conflict (book_id, dimension, name) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("book", id.value())
                .param("place", book.placeCode().value())
                .param("dimension", dimension.name())
                .param("name", name.strip())
                .update();
        return queries.detail(jurisdiction, id, dimension, name.strip()).orElseThrow();
    }

    /** Closes the first month that is open. */
    @PreAuthorize(MAY_CLOSE)
    public void close(Jurisdiction jurisdiction, Actor actor, BookId id, YearMonth month) {
        var book = find(jurisdiction, id);
        if (!queries.firstOpen(jurisdiction, id).filter(month::equals).isPresent()) {
            throw new BookRefused(null, "months-in-turn", month);
        }
        close(jurisdiction, actor, book, month);
        books.saveAndFlush(book);
    }

    /** Closes all months that are open up to this one, in turn, or none of them. */
    @PreAuthorize(MAY_CLOSE)
    public int closeThrough(Jurisdiction jurisdiction, Actor actor, BookId id, YearMonth last) {
        var book = find(jurisdiction, id);
        var first = queries.firstOpen(jurisdiction, id)
                .filter(month -> !month.isAfter(last))
                .orElseThrow(() -> new BookRefused(null, "months-in-turn", last));
        var closed = 0;
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            close(jurisdiction, actor, book, month);
            closed++;
        }
        books.saveAndFlush(book);
        return closed;
    }

    private void close(Jurisdiction jurisdiction, Actor actor, Book book, YearMonth month) {
        if (month.isAfter(YearMonth.now(clock))) {
            throw new BookRefused(null, "month-ahead", month);
        }
        var waiting = queries.waiting(jurisdiction, book.getId(), month);
        if (waiting > 0) {
            throw new BookRefused(null, "vouchers-wait", month, waiting);
        }
        var updated = database.sql("""
                update economy_period set state = 'CLOSED', closed_at = :at, closed_by = :by, closed_by_person = :person
                where book_id = :book and month = :month and state = 'OPEN' and place_code >= :lo and place_code < :hi
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", actor.login())
                .param("person", actor.holder())
                .param("book", book.getId().value())
                .param("month", month.atDay(1))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (updated == 0) {
            throw new BookRefused(null, "months-in-turn", month);
        }
        book.monthClosed(month);
    }

    /** Opens the last closed month again; the reason is kept. */
    @PreAuthorize(MAY_REOPEN)
    public void reopen(Jurisdiction jurisdiction, BookId id, YearMonth month, String reason) {
        var book = find(jurisdiction, id);
        if (!queries.lastClosed(jurisdiction, id).filter(month::equals).isPresent()) {
            throw new BookRefused(null, "only-the-last", month);
        }
        database.sql("""
                update economy_period set state = 'OPEN', closed_at = null, closed_by = null, closed_by_person = null
                where book_id = :book and month = :month and place_code >= :lo and place_code < :hi
                """)
                .param("book", id.value())
                .param("month", month.atDay(1))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        book.monthReopened(month, reason);
        books.saveAndFlush(book);
    }

    private Book find(Jurisdiction jurisdiction, BookId id) {
        return books.findById(id, jurisdiction).orElseThrow(() -> new BookNotFound(id));
    }
}
