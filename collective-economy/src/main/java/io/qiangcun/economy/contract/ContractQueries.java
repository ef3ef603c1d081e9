package io.qiangcun.economy.contract;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads contracts, what is due of them and what the books say of it. */
@Component
@Transactional(readOnly = true)
public class ContractQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_CONTRACTS + "')";
    private static final String ROWS = """
            select c.contract_id, c.version, c.place_code, p.name as place_name, t.name as township_name, c.book_id, c.number, c.name,
                c.kind, c.party_kind, c.party, c.object_kind, c.object_name, c.area, c.signed_on, c.from_on, c.until_on, c.deposit,
                c.income_account, c.paid_until, c.decision_case, c.decision_note, c.state, c.edition, c.in_force_on, c.ended_on,
                c.ended_reason, e.yearly, e.every_months, e.pay, e.rise_percent, e.rise_years,
                (select d.subject_name from procedure_case d where d.case_id = c.decision_case) as decision_title,
                coalesce(a.owed, 0) as arrears, a.oldest as oldest_due,
                (select max(r.until_on) from economy_contract_rent r where r.contract_id = c.contract_id and r.dropped_by is null
                  and r.paid >= r.amount) as paid_up_to, c.recorded_by_person
              from economy_contract c
                join place p on p.place_code = c.place_code
                left join place t on t.place_code = left(c.place_code, 9) and length(c.place_code) > 9
                join economy_contract_edition e on e.contract_id = c.contract_id and e.edition = c.edition
                left join lateral (select sum(r.amount - r.paid) as owed, min(r.due_on) as oldest from economy_contract_rent r
                  where r.contract_id = c.contract_id and r.dropped_by is null and r.due_on < :today and r.paid < r.amount) a on true
              where c.place_code >= :lo and c.place_code < :hi and c.state <> 'DISCARDED'
            """;

    private final JdbcClient database;
    private final RuleParameters parameters;
    private final CurrentAccount account;
    private final Clock clock;

    ContractQueries(JdbcClient database, RuleParameters parameters, CurrentAccount account, Clock clock) {
        this.database = database;
        this.parameters = parameters;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Which contracts are looked for; null and empty for any.
     *
     * @param ending only those in force that run out soon, or have run out
     * @param owing only those of which something is owed
     */
    public record Filter(
            @Nullable PlaceCode place,
            @Nullable ContractKind kind,
            @Nullable ContractState state,
            boolean ending,
            boolean owing,
            String text) {}

    /**
     * A contract as it stands.
     *
     * @param untilOn the last day it was agreed for
     * @param yearly as agreed last
     * @param arrears what should have been paid before today and was not
     * @param paidUpTo the last day of the last period that was paid in full
     */
    public record View(
            UUID contractId,
            long version,
            String placeCode,
            String placeName,
            @Nullable String townshipName,
            UUID bookId,
            String number,
            String name,
            ContractKind kind,
            PartyKind partyKind,
            String party,
            ObjectKind objectKind,
            String objectName,
            @Nullable BigDecimal area,
            LocalDate signedOn,
            LocalDate fromOn,
            LocalDate untilOn,
            BigDecimal deposit,
            String incomeAccount,
            @Nullable LocalDate paidUntil,
            @Nullable UUID decisionCase,
            String decisionNote,
            ContractState state,
            int edition,
            @Nullable LocalDate inForceOn,
            @Nullable LocalDate endedOn,
            String endedReason,
            BigDecimal yearly,
            int everyMonths,
            PayTime pay,
            BigDecimal risePercent,
            int riseYears,
            @Nullable String decisionTitle,
            BigDecimal arrears,
            @Nullable LocalDate oldestDue,
            @Nullable LocalDate paidUpTo,
            String recordedByPerson) {

        public ContractId id() {
            return new ContractId(contractId);
        }

        public BookId book() {
            return new BookId(bookId);
        }

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        public boolean isOver(LocalDate today) {
            return state == ContractState.IN_FORCE && untilOn.isBefore(today);
        }

        public boolean isDecided() {
            return decisionCase != null || !decisionNote.isEmpty();
        }

        /** Nothing booked at all goes without: a sale is paid by its own terms. */
        public Terms terms() {
            return new Terms(fromOn, untilOn, new Money(yearly), everyMonths, pay, risePercent, riseYears);
        }
    }

    @PreAuthorize(MAY_READ)
    public Page<View> contracts(Jurisdiction jurisdiction, Filter filter, Pageable page) {
        var today = LocalDate.now(clock);
        var place = filter.place();
        return ScopedList.of(ROWS, place == null ? jurisdiction : jurisdiction.narrowedTo(place))
                .with("today", today)
                .and("c.kind = :kind", "kind", filter.kind())
                .and("c.state = :state", "state", filter.state())
                .and(
                        "c.state = 'IN_FORCE' and c.until_on <= :soon",
                        "soon",
                        filter.ending() ? today.plusDays(noticeDays(today)) : null)
                .andIf(filter.owing(), "a.owed > 0")
                .and(
                        "(c.number = :text or strpos(concat_ws(' ', c.name, c.party, c.object_name, p.name), :text) > 0)",
                        "text",
                        filter.text().isEmpty() ? null : filter.text())
                .page(
                        database,
                        "order by c.state <> 'IN_FORCE', c.state, c.until_on, c.place_code, c.number",
                        page,
                        View.class);
    }

    private int noticeDays(LocalDate today) {
        return parameters.wholeNumber(ContractRules.NOTICE_DAYS, today);
    }

    @PreAuthorize(MAY_READ)
    public View find(Jurisdiction jurisdiction, ContractId id) {
        return in(jurisdiction, ROWS + " and c.contract_id = :contract")
                .param("today", LocalDate.now(clock))
                .param("contract", id.value())
                .query(View.class)
                .optional()
                .orElseThrow(() -> new ContractNotFound(id));
    }

    /** What was agreed once. */
    public record Edition(
            int edition,
            LocalDate fromOn,
            LocalDate untilOn,
            BigDecimal yearly,
            int everyMonths,
            PayTime pay,
            BigDecimal risePercent,
            int riseYears,
            String reason,
            LocalDate recordedOn,
            String recordedByPerson) {}

    /** The latest first. */
    @PreAuthorize(MAY_READ)
    public List<Edition> editions(Jurisdiction jurisdiction, ContractId id) {
        return in(jurisdiction, """
                select edition, from_on, until_on, yearly, every_months, pay, rise_percent, rise_years, reason,
                    (recorded_at at time zone 'Asia/Shanghai')::date as recorded_on, recorded_by_person
                  from economy_contract_edition
                  where contract_id = :contract and place_code >= :lo and place_code < :hi order by edition desc
                """)
                .param("contract", id.value())
                .query(Edition.class)
                .list();
    }

    /**
     * Something due and what became of it.
     *
     * @param settled paid before the application kept it
     * @param droppedBy the edition that does without it
     * @param paid by vouchers that count
     * @param paying by vouchers that do not count yet
     */
    public record Due(
            int seq,
            int edition,
            LocalDate fromOn,
            LocalDate untilOn,
            LocalDate dueOn,
            BigDecimal amount,
            boolean settled,
            @Nullable Integer droppedBy,
            BigDecimal paid,
            BigDecimal paying,
            boolean billed) {

        public boolean isDropped() {
            return droppedBy != null;
        }

        public BigDecimal open() {
            return isDropped() ? BigDecimal.ZERO : amount.subtract(paid).max(BigDecimal.ZERO);
        }

        /** What can still be received: not yet paid nor on its way. */
        public BigDecimal receivable() {
            return open().subtract(paying).max(BigDecimal.ZERO);
        }

        public boolean isLate(LocalDate today) {
            return dueOn.isBefore(today) && open().signum() > 0;
        }

        /** Whether nothing has been booked of it. */
        public boolean isUntouched() {
            return !billed && paid.signum() == 0 && paying.signum() == 0;
        }

        Instalment instalment() {
            return new Instalment(fromOn, untilOn, dueOn, new Money(amount));
        }

        /** A word for how it stands. */
        public String standing(LocalDate today) {
            if (isDropped()) {
                return "dropped";
            }
            if (open().signum() == 0) {
                return "paid";
            }
            if (receivable().signum() == 0) {
                return "paying";
            }
            return isLate(today) ? "late" : dueOn.isAfter(today) ? "ahead" : "due";
        }

        public String tone(LocalDate today) {
            return switch (standing(today)) {
                case "paid" -> "ok";
                case "late" -> "bad";
                case "due", "paying" -> "warn";
                default -> "";
            };
        }
    }

    /** In the order of time. */
    @PreAuthorize(MAY_READ)
    public List<Due> dues(Jurisdiction jurisdiction, ContractId id) {
        return in(jurisdiction, """
                select seq, edition, from_on, until_on, due_on, amount, settled, dropped_by, paid, paying, billed
                  from economy_contract_rent
                  where contract_id = :contract and place_code >= :lo and place_code < :hi order by from_on, seq
                """)
                .param("contract", id.value())
                .query(Due.class)
                .list();
    }

    /** Something that a voucher booked of a contract. */
    public record Booking(
            @Nullable Integer seq,
            BookingStep step,
            @Nullable Integer year,
            BigDecimal amount,
            LocalDate bookedOn,
            UUID voucherId,
            boolean waits,
            boolean counts) {}

    /** The latest first; what was taken back or discarded neither waits nor counts. */
    @PreAuthorize(MAY_READ)
    public List<Booking> bookings(Jurisdiction jurisdiction, ContractId id) {
        return in(jurisdiction, """
                select seq, step, year, amount, booked_on, voucher_id, waits, counts from economy_contract_booked
                  where contract_id = :contract and place_code >= :lo and place_code < :hi
                  order by booked_on desc, recorded_at desc, step, seq
                """)
                .param("contract", id.value())
                .query(Booking.class)
                .list();
    }

    /** How long such a contract may run, and who says so. */
    public record Term(int years, String basisKind, String basisSource, String basisArticle, String basisText) {

        public String basis() {
            return basisSource + basisArticle + (basisSource.isEmpty() ? "" : " ") + basisText;
        }
    }

    /** Empty if nothing limits it. */
    @PreAuthorize(MAY_READ)
    public Optional<Term> term(ContractKind kind, ObjectKind about, LocalDate on) {
        return database.sql("""
                select years, basis_kind, basis_source, basis_article, basis_text from economy_contract_term
                  where kind = :kind and (object_kind = :about or object_kind is null) and valid_from <= :on
                  order by object_kind nulls last, valid_from desc limit 1
                """)
                .param("kind", kind.name())
                .param("about", about.name())
                .param("on", on)
                .query(Term.class)
                .optional();
    }

    /**
     * An account that a contract may be booked to.
     *
     * @param detailed whether its lines name the other side
     * @param suffix behind that name
     */
    public record Choice(String part, String code, String name, boolean detailed, String suffix) {

        AccountCode account() {
            return new AccountCode(code);
        }
    }

    /** Leaves of the book at and below the accounts that play the parts. */
    @PreAuthorize(MAY_READ)
    public List<Choice> accounts(Jurisdiction jurisdiction, BookId book) {
        return in(jurisdiction, """
                select k.part, a.code, a.name, a.dimension is not null as detailed, k.suffix
                  from economy_book b
                    join economy_contract_account k on k.regime = b.regime
                    join economy_account a on a.book_id = b.book_id and a.leaf and starts_with(a.code, k.account_code)
                  where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                  order by k.part, a.code collate "C"
                """)
                .param("book", book.value())
                .query(Choice.class)
                .list();
    }

    /** The first leaf of each part. */
    Map<String, Choice> parts(Jurisdiction jurisdiction, BookId book) {
        return accounts(jurisdiction, book).stream()
                .collect(Collectors.toMap(Choice::part, Function.identity(), (first, later) -> first));
    }

    /** What villagers read of a contract: whom, what, from when to when, how much a year, paid up to when. Nothing else of anybody. */
    public record Published(
            String name,
            ContractKind kind,
            String party,
            ObjectKind objectKind,
            String objectName,
            @Nullable BigDecimal area,
            LocalDate fromOn,
            LocalDate untilOn,
            BigDecimal yearly,
            @Nullable LocalDate paidUpTo,
            BigDecimal arrears) {}

    /** The contracts of a village that are in force, by what they are about. */
    @PreAuthorize(MAY_READ)
    public List<Published> published(Jurisdiction jurisdiction, PlaceCode village) {
        return ScopedList.of(ROWS, jurisdiction.narrowedTo(village))
                .with("today", LocalDate.now(clock))
                .and("c.state = 'IN_FORCE'")
                .page(database, "order by c.object_kind, c.object_name, c.from_on", Pageable.unpaged(), Published.class)
                .getContent();
    }

    boolean isTaken(Jurisdiction jurisdiction, PlaceCode place, String number, ContractId but) {
        return in(jurisdiction, """
                select exists (select from economy_contract where place_code = :place and number = :number
                  and contract_id <> :but and state <> 'DISCARDED' and place_code >= :lo and place_code < :hi)
                """)
                .param("place", place.value())
                .param("number", number)
                .param("but", but.value())
                .query(Boolean.class)
                .single();
    }

    /** The name of another contract that gives the same thing away at the same time. */
    Optional<String> overlapping(Jurisdiction jurisdiction, Contract contract, LocalDate until) {
        return in(jurisdiction, """
                select name from economy_contract
                  where place_code = :place and object_kind = :kind and object_name = :object and contract_id <> :but
                    and kind in ('CONTRACTING', 'LEASE') and state in ('IN_FORCE', 'ENDED', 'TERMINATED')
                    and from_on <= :until and coalesce(ended_on, until_on) >= :from
                    and place_code >= :lo and place_code < :hi
                  limit 1
                """)
                .param("place", contract.placeCode().value())
                .param("kind", contract.getObjectKind().name())
                .param("object", contract.getObjectName())
                .param("but", contract.getId().value())
                .param("from", contract.getFromOn())
                .param("until", until)
                .query(String.class)
                .optional();
    }

    /** Whether the account may write contracts and what books them. */
    public boolean isWriter() {
        return account.may(EconomyAuthorities.WRITE_CONTRACTS) && account.may(EconomyAuthorities.WRITE_VOUCHERS);
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
