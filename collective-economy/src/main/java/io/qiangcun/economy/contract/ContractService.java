package io.qiangcun.economy.contract;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.contract.ContractQueries.Due;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a contract from its draft to its end. What it comes to in money is booked by {@link ContractBookings}. */
@Service
@Transactional
public class ContractService {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_CONTRACTS + "')";
    private static final int FIRST = 1;

    private final Contracts contracts;
    private final ContractQueries queries;
    private final BookQueries books;
    private final JdbcClient database;
    private final Clock clock;

    ContractService(Contracts contracts, ContractQueries queries, BookQueries books, JdbcClient database, Clock clock) {
        this.contracts = contracts;
        this.queries = queries;
        this.books = books;
        this.database = database;
        this.clock = clock;
    }

    /** Writes a draft. The same form sent twice writes one. */
    @PreAuthorize(MAY_WRITE)
    public void write(Jurisdiction jurisdiction, Actor actor, WriteContract command) {
        if (contracts.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        var book = book(jurisdiction, command.book());
        refuse(problems(jurisdiction, command, book));
        var recorded = Recorded.by(actor, clock.instant());
        try {
            contracts.saveAndFlush(new Contract(command, book.place(), income(jurisdiction, command), recorded));
        } catch (DataIntegrityViolationException takenOutsideTheJurisdiction) {
            throw new ContractNotFound(command.id());
        }
        insertEdition(command.id(), book, FIRST, command.terms(), "", recorded);
    }

    @PreAuthorize(MAY_WRITE)
    public void rewrite(Jurisdiction jurisdiction, Actor actor, WriteContract command, long version) {
        var contract = find(jurisdiction, command.id(), version);
        refuse(problems(jurisdiction, command, book(jurisdiction, contract.getBook())));
        contract.rewrite(command, income(jurisdiction, command), Recorded.by(actor, clock.instant()));
        contracts.saveAndFlush(contract);
        var terms = command.terms();
        database.sql("""
                update economy_contract_edition
                  set from_on = :from, until_on = :until, yearly = :yearly, every_months = :every, pay = :pay,
                    rise_percent = :rise, rise_years = :years
                  where contract_id = :contract and edition = 1 and place_code >= :lo and place_code < :hi
                """)
                .param("contract", command.id().value())
                .param("from", terms.from())
                .param("until", terms.until())
                .param("yearly", terms.yearly().yuan())
                .param("every", terms.everyMonths())
                .param("pay", terms.pay().name())
                .param("rise", terms.risePercent())
                .param("years", terms.riseYears())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
    }

    boolean isNew(Jurisdiction jurisdiction, ContractId id) {
        return contracts.findById(id, jurisdiction).isEmpty();
    }

    /** What keeps it from being written down. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public List<Problem> problems(Jurisdiction jurisdiction, WriteContract command, BookRow book) {
        var problems = new ArrayList<Problem>();
        if (queries.isTaken(jurisdiction, book.place(), command.number(), command.id())) {
            problems.add(ContractRefused.at("number", "number-taken", command.number()));
        }
        var income = command.incomeAccount();
        if (income != null
                && queries.accounts(jurisdiction, book.id()).stream()
                        .noneMatch(choice ->
                                choice.part().equals("INCOME") && choice.code().equals(income.value()))) {
            problems.add(ContractRefused.at("incomeAccount", "no-income", income));
        }
        if (command.signedOn().isAfter(LocalDate.now(clock))) {
            problems.add(ContractRefused.at("signedOn", "signed-ahead"));
        }
        var paid = command.paidUntil();
        if (paid != null && paid.isAfter(command.terms().until())) {
            problems.add(ContractRefused.at("paidUntil", "paid-beyond"));
        }
        return problems;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ContractRefused(problems);
        }
    }

    private AccountCode income(Jurisdiction jurisdiction, WriteContract command) {
        var chosen = command.incomeAccount();
        return chosen != null
                ? chosen
                : Objects.requireNonNull(
                                queries.parts(jurisdiction, command.book()).get("INCOME"), "no account for income")
                        .account();
    }

    /** From here on it binds: what is due of it is written down. One thing is given away once at a time. */
    @PreAuthorize(MAY_WRITE)
    public void putInForce(Jurisdiction jurisdiction, ContractId id, long version) {
        var contract = find(jurisdiction, id, version);
        requireFree(jurisdiction, contract, contract.getUntilOn());
        var schedule = Schedule.of(queries.find(jurisdiction, id).terms());
        insertDues(contract, FIRST, FIRST, schedule);
        contract.comeIntoForce(LocalDate.now(clock));
        contracts.saveAndFlush(contract);
    }

    /**
     * Agrees anew on what was not billed yet, or on what comes after the last day. What it replaces stays and says so.
     *
     * @throws ContractRefused if something was booked of what it would replace
     */
    @PreAuthorize(MAY_WRITE)
    public void amend(Jurisdiction jurisdiction, Actor actor, ContractId id, long version, Amend command) {
        var contract = find(jurisdiction, id, version);
        var terms = command.terms();
        var dues = queries.dues(jurisdiction, id);
        if (!starts(dues, contract.getUntilOn()).contains(command.from())) {
            throw new ContractRefused("from", "not-a-start");
        }
        requireFree(jurisdiction, contract, command.until());
        contract.amend(command);
        contracts.saveAndFlush(contract);
        insertEdition(
                id,
                book(jurisdiction, contract.getBook()),
                contract.getEdition(),
                terms,
                command.reason(),
                Recorded.by(actor, clock.instant()));
        drop(
                jurisdiction,
                contract,
                dues.stream()
                        .filter(due -> !due.fromOn().isBefore(command.from()))
                        .toList());
        insertDues(contract, contract.getEdition(), next(dues), Schedule.of(terms));
    }

    /** From which days on it can be agreed anew: no period from there on was booked. The day after the last is one of them. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public List<LocalDate> starts(List<Due> dues, LocalDate until) {
        var starts = new ArrayList<LocalDate>();
        starts.add(until.plusDays(1));
        var live = dues.stream().filter(due -> !due.isDropped()).toList();
        for (var at = live.size() - 1; at >= 0 && live.get(at).isUntouched(); at--) {
            starts.add(0, live.get(at).fromOn());
        }
        return starts;
    }

    @PreAuthorize(MAY_WRITE)
    public void end(Jurisdiction jurisdiction, ContractId id, long version) {
        var contract = find(jurisdiction, id, version);
        contract.end(LocalDate.now(clock));
        contracts.saveAndFlush(contract);
    }

    /**
     * Ends it before its time: what lies behind that day is dropped, and the period it falls into is paid by days.
     *
     * @throws ContractRefused if something of what would be dropped was booked; that is taken back in red first
     */
    @PreAuthorize(MAY_WRITE)
    public void terminate(
            Jurisdiction jurisdiction, Actor actor, ContractId id, long version, LocalDate on, String why) {
        var contract = find(jurisdiction, id, version);
        contract.terminate(on, why);
        var dues = queries.dues(jurisdiction, id).stream().toList();
        var over = dues.stream()
                .filter(due -> !due.isDropped() && due.untilOn().isAfter(on))
                .filter(due -> due.fromOn().isAfter(on) || due.isUntouched())
                .toList();
        if (over.stream().anyMatch(due -> !due.isUntouched())) {
            throw new ContractRefused("on", "booked-behind");
        }
        var terms = queries.find(jurisdiction, id).terms();
        contracts.saveAndFlush(contract);
        insertEdition(
                id,
                book(jurisdiction, contract.getBook()),
                contract.getEdition(),
                terms.between(terms.from(), on),
                why,
                Recorded.by(actor, clock.instant()));
        drop(jurisdiction, contract, over);
        insertDues(
                contract,
                contract.getEdition(),
                next(dues),
                over.stream()
                        .filter(due -> !due.fromOn().isAfter(on))
                        .map(due -> due.instalment().cutOff(on))
                        .toList());
    }

    @PreAuthorize(MAY_WRITE)
    public void discard(Jurisdiction jurisdiction, ContractId id, long version) {
        var contract = find(jurisdiction, id, version);
        contract.discard();
        contracts.saveAndFlush(contract);
    }

    /** Says who decided on it: a case of the application, or where the minutes are. */
    @PreAuthorize(MAY_WRITE)
    public void decided(
            Jurisdiction jurisdiction, ContractId id, long version, @Nullable CaseId decision, String note) {
        var contract = find(jurisdiction, id, version);
        contract.decided(decision, note);
        contracts.saveAndFlush(contract);
    }

    private void requireFree(Jurisdiction jurisdiction, Contract contract, LocalDate until) {
        if (contract.getKind() == ContractKind.CONTRACTING || contract.getKind() == ContractKind.LEASE) {
            queries.overlapping(jurisdiction, contract, until).ifPresent(other -> {
                throw new ContractRefused(null, "given-away", contract.getObjectName(), other);
            });
        }
    }

    private static int next(List<Due> dues) {
        return dues.stream().mapToInt(Due::seq).max().orElse(0) + 1;
    }

    private void insertEdition(
            ContractId id, BookRow book, int edition, Terms terms, String reason, Recorded recorded) {
        database.sql("""
                insert into economy_contract_edition (contract_id, edition, place_code, from_on, until_on, yearly, every_months, pay,
                  rise_percent, rise_years, reason, recorded_at, recorded_by, recorded_by_person)
                values (:contract, :edition, :place, :from, :until, :yearly, :every, :pay, :rise, :years, :reason, :at, :by, :person)
                """)
                .param("contract", id.value())
                .param("edition", edition)
                .param("place", book.placeCode())
                .param("from", terms.from())
                .param("until", terms.until())
                .param("yearly", terms.yearly().yuan())
                .param("every", terms.everyMonths())
                .param("pay", terms.pay().name())
                .param("rise", terms.risePercent())
                .param("years", terms.riseYears())
                .param("reason", reason)
                .param("at", Timestamp.from(recorded.at()))
                .param("by", recorded.post())
                .param("person", recorded.person())
                .update();
    }

    /** All in one statement: a contract of thirty years paid by the month has hundreds. */
    private void insertDues(Contract contract, int edition, int first, List<Instalment> schedule) {
        if (schedule.isEmpty()) {
            return;
        }
        database.sql("""
                insert into economy_contract_due (contract_id, seq, place_code, edition, from_on, until_on, due_on, amount, settled)
                select :contract, :first + d.at - 1, :place, :edition, d.from_on, d.until_on, d.due_on, d.amount,
                    coalesce(d.until_on <= cast(:paid as date), false)
                  from unnest(cast(:froms as date[]), cast(:untils as date[]), cast(:dues as date[]), cast(:amounts as numeric[]))
                    with ordinality as d (from_on, until_on, due_on, amount, at)
                """)
                .param("contract", contract.getId().value())
                .param("first", first)
                .param("place", contract.placeCode().value())
                .param("edition", edition)
                .param("paid", contract.getPaidUntil())
                .param("froms", texts(schedule, Instalment::from))
                .param("untils", texts(schedule, Instalment::until))
                .param("dues", texts(schedule, Instalment::due))
                .param("amounts", texts(schedule, Instalment::amount))
                .update();
    }

    private static String[] texts(List<Instalment> schedule, java.util.function.Function<Instalment, Object> what) {
        return schedule.stream().map(what).map(Object::toString).toArray(String[]::new);
    }

    private void drop(Jurisdiction jurisdiction, Contract contract, List<Due> dues) {
        database.sql("""
                update economy_contract_due set dropped_by = :edition
                  where contract_id = :contract and seq = any(cast(:dropped as integer[])) and dropped_by is null
                    and place_code >= :lo and place_code < :hi
                """)
                .param("edition", contract.getEdition())
                .param("contract", contract.getId().value())
                .param("dropped", dues.stream().map(Due::seq).toArray(Integer[]::new))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
    }

    private BookRow book(Jurisdiction jurisdiction, BookId id) {
        return books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
    }

    private Contract find(Jurisdiction jurisdiction, ContractId id, long version) {
        var contract = contracts.findById(id, jurisdiction).orElseThrow(() -> new ContractNotFound(id));
        if (!Objects.equals(contract.getVersion(), version)) {
            throw new ContractStale(contract.getName());
        }
        return contract;
    }
}
