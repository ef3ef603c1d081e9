package io.qiangcun.economy.project;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.contract.ContractId;
import io.qiangcun.economy.money.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down support projects, what becomes of them and of their money. */
@Service
@Transactional
public class ProjectService {

    private static final String MAY_APPROVE = "hasAuthority('" + EconomyAuthorities.APPROVE_PROJECTS + "')";
    private static final String MAY_REPORT = "hasAuthority('" + EconomyAuthorities.REPORT_PROJECTS + "')";

    private final PlaceTree places;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProjectService(PlaceTree places, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.places = places;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** The same form sent twice writes one. */
    @PreAuthorize(MAY_APPROVE)
    public void write(Jurisdiction jurisdiction, Actor actor, WriteProject command) {
        var place = places.require(command.place(), jurisdiction).code();
        if (place.kind() != PlaceKind.VILLAGE && place.kind() != PlaceKind.TOWNSHIP) {
            throw new ProjectRefused(null, "no-place");
        }
        if (knows(jurisdiction, command.id())) {
            return;
        }
        check(jurisdiction, command);
        try {
            by(values(scoped(jurisdiction, """
                                            insert into economy_project (project_id, version, place_code, number, name, content, supply_chain,
                                              industry_chain, value_chain, approved_on, approved_by, planned_from, planned_until,
                                              income_target, stopped_reason, no_income_reason, recorded_at, recorded_by, recorded_by_person)
                                            values (:id, 0, :place, :number, :name, :content, :supply, :industry, :value, :approved_on,
                                              :approved_by, :from, :until, :target, '', '', :at, :by, :person)
                                            """), command), actor).update();
        } catch (DuplicateKeyException taken) {
            throw new ProjectRefused("number", "number-taken");
        }
        budget(jurisdiction, command, command.place());
        events.publishEvent(new ProjectWritten(command.id(), command.name(), sum(command), command.place()));
    }

    /** What is approved may be put right until the project was accepted; its place stays. */
    @PreAuthorize(MAY_APPROVE)
    public void rewrite(Jurisdiction jurisdiction, Actor actor, WriteProject command, long version) {
        var known = find(jurisdiction, command.id());
        known.requireVersion(version);
        known.requireOpen();
        check(jurisdiction, command);
        try {
            var done = by(values(scoped(jurisdiction, """
                                            update economy_project set version = version + 1, number = :number, name = :name, content = :content,
                                              supply_chain = :supply, industry_chain = :industry, value_chain = :value,
                                              approved_on = :approved_on, approved_by = :approved_by, planned_from = :from,
                                              planned_until = :until, income_target = :target, recorded_at = :at, recorded_by = :by,
                                              recorded_by_person = :person
                                            where project_id = :id and version = :version and place_code = :place
                                              and place_code >= :lo and place_code < :hi
                                            """), command), actor)
                    .param("version", version)
                    .update();
            if (done == 0) {
                throw new ProjectStale(known.name());
            }
        } catch (DuplicateKeyException taken) {
            throw new ProjectRefused("number", "number-taken");
        }
        budget(jurisdiction, command, known.place());
        events.publishEvent(new ProjectWritten(command.id(), command.name(), sum(command), known.place()));
    }

    private static Money sum(WriteProject command) {
        return Money.sum(List.copyOf(command.budget().values()));
    }

    private void check(Jurisdiction jurisdiction, WriteProject command) {
        if (command.approvedOn().isAfter(today())) {
            throw new ProjectRefused("approvedOn", "ahead");
        }
        if (command.plannedUntil().isBefore(command.plannedFrom())) {
            throw new ProjectRefused("plannedUntil", "ends-before");
        }
        if (command.budget().isEmpty() || command.budget().values().stream().anyMatch(amount -> amount.signum() <= 0)) {
            throw new ProjectRefused("amounts", "no-budget");
        }
        command.budget().keySet().forEach(source -> requireSource(jurisdiction, source, "amounts"));
        var taken = scoped(jurisdiction, """
                select exists (select from economy_project where place_code = :place and number = :number and project_id <> :id
                  and place_code >= :lo and place_code < :hi)
                """)
                .param("place", command.place().value())
                .param("number", command.number())
                .param("id", command.id().value())
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new ProjectRefused("number", "number-taken");
        }
    }

    /** What is no longer given stays as nought. */
    private void budget(Jurisdiction jurisdiction, WriteProject command, PlaceCode place) {
        scoped(jurisdiction, """
                update economy_project_budget set amount = 0
                where project_id = :id and source not in (:sources) and place_code >= :lo and place_code < :hi
                """)
                .param("id", command.id().value())
                .param("sources", List.copyOf(command.budget().keySet()))
                .update();
        command.budget().forEach((source, amount) -> database.sql("""
                        insert into economy_project_budget (project_id, source, place_code, amount)
                        values (:id, :source, :place, :amount)
                        on conflict (project_id, source) do update set amount = excluded.amount
                        """)
                .param("id", command.id().value())
                .param("source", source)
                .param("place", place.value())
                .param("amount", amount.yuan())
                .update());
    }

    private static StatementSpec values(StatementSpec statement, WriteProject command) {
        var target = command.incomeTarget();
        return statement
                .param("id", command.id().value())
                .param("place", command.place().value())
                .param("number", command.number())
                .param("name", command.name().strip())
                .param("content", command.content())
                .param("supply", command.chains().supply())
                .param("industry", command.chains().industry())
                .param("value", command.chains().value())
                .param("approved_on", command.approvedOn())
                .param("approved_by", command.approvedBy())
                .param("from", command.plannedFrom())
                .param("until", command.plannedUntil())
                .param("target", target == null ? null : target.yuan());
    }

    @PreAuthorize(MAY_REPORT)
    public void start(Jurisdiction jurisdiction, ProjectId id, long version, LocalDate on) {
        move(jurisdiction, id, version, ProjectState.RUNNING, on, "");
    }

    @PreAuthorize(MAY_REPORT)
    public void complete(Jurisdiction jurisdiction, ProjectId id, long version, LocalDate on) {
        move(jurisdiction, id, version, ProjectState.COMPLETED, on, "");
    }

    @PreAuthorize(MAY_APPROVE)
    public void stop(Jurisdiction jurisdiction, ProjectId id, long version, LocalDate on, String reason) {
        move(jurisdiction, id, version, ProjectState.STOPPED, on, reason);
    }

    private void move(
            Jurisdiction jurisdiction, ProjectId id, long version, ProjectState to, LocalDate on, String reason) {
        var project = find(jurisdiction, id);
        project.requireVersion(version);
        project.requireOpen();
        requirePast("on", on);
        var earliest =
                switch (to) {
                    case RUNNING -> project.approvedOn();
                    case COMPLETED -> project.startedOn();
                    case STOPPED -> project.approvedOn();
                    default -> null;
                };
        var begun = project.startedOn() != null;
        if (earliest == null
                || to == ProjectState.RUNNING && begun
                || to == ProjectState.COMPLETED && project.completedOn() != null) {
            throw new ProjectStale(project.name());
        }
        if (on.isBefore(earliest)) {
            throw new ProjectRefused("on", "too-early", earliest);
        }
        var column =
                switch (to) {
                    case RUNNING -> "started_on";
                    case COMPLETED -> "completed_on";
                    default -> "stopped_on";
                };
        var done = scoped(jurisdiction, """
                update economy_project set version = version + 1, %s = :on, stopped_reason = :reason
                where project_id = :id and version = :version and place_code >= :lo and place_code < :hi
                """.formatted(column))
                .param("on", on)
                .param("reason", to == ProjectState.STOPPED ? reason : "")
                .param("id", id.value())
                .param("version", version)
                .update();
        requireDone(done, project);
        events.publishEvent(new ProjectMoved(id, to, on, reason, project.place()));
    }

    /** A milestone that is planned. */
    @PreAuthorize(MAY_REPORT)
    public void plan(
            Jurisdiction jurisdiction, Actor actor, ProjectId id, UUID step, String name, LocalDate plannedOn) {
        var project = find(jurisdiction, id);
        project.requireOpen();
        var written = by(database.sql("""
                        insert into economy_project_step (step_id, project_id, place_code, name, planned_on, note, dropped,
                          recorded_at, recorded_by, recorded_by_person)
                        values (:step, :id, :place, :name, :planned, '', false, :at, :by, :person)
                        on conflict (step_id) do nothing
                        """), actor)
                .param("step", step)
                .param("id", id.value())
                .param("place", project.place().value())
                .param("name", name)
                .param("planned", plannedOn)
                .update();
        if (written > 0) {
            events.publishEvent(new ProjectStepWritten(id, name, "PLANNED", project.place()));
        }
    }

    /** @param on when it was reached; null if it is dropped */
    @PreAuthorize(MAY_REPORT)
    public void reach(
            Jurisdiction jurisdiction, Actor actor, ProjectId id, UUID step, @Nullable LocalDate on, String note) {
        var project = find(jurisdiction, id);
        project.requireOpen();
        if (on != null) {
            requirePast("on", on);
            if (on.isBefore(project.approvedOn())) {
                throw new ProjectRefused("on", "too-early", project.approvedOn());
            }
        }
        var done = by(scoped(jurisdiction, """
                        update economy_project_step set done_on = :on, note = :note, dropped = :dropped, recorded_at = :at,
                          recorded_by = :by, recorded_by_person = :person
                        where step_id = :step and project_id = :id and done_on is null and not dropped
                          and place_code >= :lo and place_code < :hi
                        """), actor)
                .param("on", on)
                .param("note", note)
                .param("dropped", on == null)
                .param("step", step)
                .param("id", id.value())
                .update();
        requireDone(done, project);
        events.publishEvent(new ProjectStepWritten(id, note, on == null ? "DROPPED" : "DONE", project.place()));
    }

    /** Money that passes the village's book by; what is in the book is read from it. */
    public record EnterFund(UUID id, String source, FundKind kind, Money amount, LocalDate on, String note) {}

    @PreAuthorize(MAY_APPROVE)
    public void enter(Jurisdiction jurisdiction, Actor actor, ProjectId id, EnterFund command) {
        var project = find(jurisdiction, id);
        requirePast("on", command.on());
        if (command.kind() == FundKind.NONE || command.amount().signum() <= 0) {
            throw new ProjectRefused("amount", "no-amount");
        }
        requireSource(jurisdiction, command.source(), "source");
        var written = by(database.sql("""
                        insert into economy_project_fund (entry_id, project_id, place_code, source, kind, amount, on_day, note,
                          voided_reason, recorded_at, recorded_by, recorded_by_person)
                        values (:entry, :id, :place, :source, :kind, :amount, :on, :note, '', :at, :by, :person)
                        on conflict (entry_id) do nothing
                        """), actor)
                .param("entry", command.id())
                .param("id", id.value())
                .param("place", project.place().value())
                .param("source", command.source())
                .param("kind", command.kind().name())
                .param("amount", command.amount().yuan())
                .param("on", command.on())
                .param("note", command.note())
                .update();
        if (written > 0) {
            events.publishEvent(
                    new ProjectFundEntered(id, command.kind(), command.source(), command.amount(), project.place()));
        }
    }

    @PreAuthorize(MAY_APPROVE)
    public void voidFund(Jurisdiction jurisdiction, ProjectId id, UUID entry, String reason) {
        var project = find(jurisdiction, id);
        var done = scoped(jurisdiction, """
                update economy_project_fund set voided_at = :at, voided_reason = :reason
                where entry_id = :entry and project_id = :id and voided_at is null and place_code >= :lo and place_code < :hi
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("entry", entry)
                .param("id", id.value())
                .update();
        requireDone(done, project);
        events.publishEvent(new ProjectFundVoided(id, reason, project.place()));
    }

    /** Where its money stands in a book of its place: under a detail of the kind of projects. */
    @PreAuthorize(MAY_REPORT)
    public void link(Jurisdiction jurisdiction, ProjectId id, long version, BookId book, String detail) {
        var project = find(jurisdiction, id);
        project.requireVersion(version);
        var known = scoped(jurisdiction, """
                select d.detail_id from economy_detail d
                where d.book_id = :book and d.dimension = 'PROJECT' and d.name = :name and d.place_code = :place
                  and d.place_code >= :lo and d.place_code < :hi
                """)
                .param("book", book.value())
                .param("name", detail)
                .param("place", project.place().value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new ProjectRefused("detail", "no-detail"));
        try {
            var done = scoped(jurisdiction, """
                    update economy_project set version = version + 1, book_id = :book, detail_id = :detail
                    where project_id = :id and version = :version and place_code >= :lo and place_code < :hi
                    """)
                    .param("book", book.value())
                    .param("detail", known)
                    .param("id", id.value())
                    .param("version", version)
                    .update();
            requireDone(done, project);
        } catch (DuplicateKeyException others) {
            throw new ProjectRefused("detail", "detail-taken");
        }
        events.publishEvent(new ProjectLinked(id, detail, project.place()));
    }

    /**
     * Says what a line of the book is, where its account does not say it right, and whose money it is.
     *
     * @param source null where that does not matter
     */
    @PreAuthorize(MAY_REPORT)
    public void say(
            Jurisdiction jurisdiction,
            Actor actor,
            ProjectId id,
            UUID voucher,
            int line,
            FundKind kind,
            @Nullable String source) {
        var project = find(jurisdiction, id);
        if (source != null) {
            requireSource(jurisdiction, source, "source");
        }
        var known = scoped(jurisdiction, """
                select exists (select from economy_line l join economy_project p on p.book_id = l.book_id and p.detail_id = l.detail_id
                  where l.voucher_id = :voucher and l.line_no = :line and p.project_id = :id
                    and l.place_code >= :lo and l.place_code < :hi)
                """)
                .param("voucher", voucher)
                .param("line", line)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new ProjectNotFound(voucher);
        }
        by(database.sql("""
                        insert into economy_project_line (voucher_id, line_no, project_id, place_code, kind, source, recorded_at,
                          recorded_by, recorded_by_person)
                        values (:voucher, :line, :id, :place, :kind, :source, :at, :by, :person)
                        on conflict (voucher_id, line_no) do update set project_id = excluded.project_id, kind = excluded.kind,
                          source = excluded.source, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
                          recorded_by_person = excluded.recorded_by_person
                        """), actor)
                .param("voucher", voucher)
                .param("line", line)
                .param("id", id.value())
                .param("place", project.place().value())
                .param("kind", kind.name())
                .param("source", source)
                .update();
        events.publishEvent(new ProjectLineSaid(id, kind, source == null ? "" : source, project.place()));
    }

    /** The project earns by a contract of its place, or does so no longer. */
    @PreAuthorize(MAY_REPORT)
    public void earn(Jurisdiction jurisdiction, ProjectId id, ContractId contract, boolean dropped) {
        var project = find(jurisdiction, id);
        var name = scoped(jurisdiction, """
                select name from economy_contract where contract_id = :contract and place_code = :place and state <> 'DISCARDED'
                  and place_code >= :lo and place_code < :hi
                """)
                .param("contract", contract.value())
                .param("place", project.place().value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ProjectRefused("contract", "no-contract"));
        try {
            database.sql("""
                    insert into economy_project_contract (project_id, contract_id, place_code, dropped)
                    values (:id, :contract, :place, :dropped)
                    on conflict (project_id, contract_id) do update set dropped = excluded.dropped
                    """)
                    .param("id", id.value())
                    .param("contract", contract.value())
                    .param("place", project.place().value())
                    .param("dropped", dropped)
                    .update();
        } catch (DuplicateKeyException others) {
            throw new ProjectRefused("contract", "contract-taken");
        }
        events.publishEvent(new ProjectContractLinked(id, name, dropped, project.place()));
    }

    /**
     * Somebody looked it over.
     *
     * @param putRightBy until when what was found is put right; null if it passed
     */
    public record Accept(
            UUID id, LocalDate on, String body, @Nullable LocalDate putRightBy, String note) {}

    @PreAuthorize(MAY_APPROVE)
    public void accept(Jurisdiction jurisdiction, Actor actor, ProjectId id, long version, Accept command) {
        var project = find(jurisdiction, id);
        project.requireVersion(version);
        project.requireOpen();
        requirePast("on", command.on());
        var completed = project.completedOn();
        if (completed == null) {
            throw new ProjectRefused(null, "not-completed");
        }
        if (command.on().isBefore(completed)) {
            throw new ProjectRefused("on", "too-early", completed);
        }
        var until = command.putRightBy();
        if (until != null && until.isBefore(command.on())) {
            throw new ProjectRefused("putRightBy", "ends-before");
        }
        var passed = until == null;
        var done = scoped(jurisdiction, """
                update economy_project set version = version + 1, accepted_on = :on
                where project_id = :id and version = :version and place_code >= :lo and place_code < :hi
                """)
                .param("on", passed ? command.on() : null)
                .param("id", id.value())
                .param("version", version)
                .update();
        requireDone(done, project);
        by(database.sql("""
                        insert into economy_project_acceptance (acceptance_id, project_id, place_code, held_on, body, result,
                          put_right_by, note, recorded_at, recorded_by, recorded_by_person)
                        values (:acceptance, :id, :place, :on, :body, :result, :until, :note, :at, :by, :person)
                        """), actor)
                .param("acceptance", command.id())
                .param("id", id.value())
                .param("place", project.place().value())
                .param("on", command.on())
                .param("body", command.body())
                .param("result", passed ? "PASSED" : "PUT_RIGHT")
                .param("until", until)
                .param("note", command.note())
                .update();
        events.publishEvent(new ProjectAccepted(id, passed ? "PASSED" : "PUT_RIGHT", command.body(), project.place()));
    }

    /** Why nothing is earned; it is asked no more. */
    @PreAuthorize(MAY_APPROVE)
    public void explain(Jurisdiction jurisdiction, ProjectId id, String reason) {
        var project = find(jurisdiction, id);
        scoped(jurisdiction, """
                update economy_project set version = version + 1, no_income_reason = :reason
                where project_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("reason", reason)
                .param("id", id.value())
                .update();
        events.publishEvent(new ProjectIncomeExplained(id, reason, project.place()));
    }

    /** A source of money that only this county knows. */
    @PreAuthorize(MAY_APPROVE)
    public void addSource(Jurisdiction jurisdiction, UUID id, String name) {
        requireCounty(jurisdiction);
        try {
            database.sql("""
                    insert into economy_fund_source (source, within, position, name) values (:source, :county, 85, :name)
                    on conflict (source) do nothing
                    """)
                    .param("source", id.toString())
                    .param("county", jurisdiction.root().value())
                    .param("name", name.strip())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new ProjectRefused("name", "source-taken");
        }
    }

    /** Offers one of the county's own no longer, or again. */
    @PreAuthorize(MAY_APPROVE)
    public void retireSource(Jurisdiction jurisdiction, String source, boolean retired) {
        var done = database.sql(
                        "update economy_fund_source set retired = :retired where source = :source and within = :county")
                .param("retired", retired)
                .param("source", source)
                .param("county", jurisdiction.root().value())
                .update();
        if (done == 0) {
            throw new ProjectNotFound(source);
        }
    }

    private static void requireCounty(Jurisdiction jurisdiction) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new ProjectRefused(null, "county-only");
        }
    }

    /** A line of a sheet. */
    public record Entry(int line, WriteProject project) {}

    @PreAuthorize(MAY_APPROVE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        var problems = new TreeMap<Integer, List<Problem>>();
        var numbers =
                new HashSet<>(scoped(jurisdiction, """
                select place_code || ' ' || number from economy_project where place_code >= :lo and place_code < :hi
                """).query(String.class).list());
        for (var entry : entries) {
            var project = entry.project();
            if (!numbers.add(project.place() + " " + project.number())) {
                problems.put(entry.line(), List.of(ProjectRefused.at("number", "number-taken")));
            } else if (project.approvedOn().isAfter(today())) {
                problems.put(entry.line(), List.of(ProjectRefused.at("approvedOn", "ahead")));
            } else if (project.plannedUntil().isBefore(project.plannedFrom())) {
                problems.put(entry.line(), List.of(ProjectRefused.at("plannedUntil", "ends-before")));
            } else if (sum(project).signum() <= 0) {
                problems.put(entry.line(), List.of(ProjectRefused.at("amount", "no-budget")));
            }
        }
        return problems;
    }

    /** All of a sheet or none. */
    @PreAuthorize(MAY_APPROVE)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        var fresh = entries.stream()
                .filter(entry -> !knows(jurisdiction, entry.project().id()))
                .toList();
        var problems = check(jurisdiction, fresh);
        if (problems.isEmpty()) {
            fresh.forEach(entry -> write(jurisdiction, actor, entry.project()));
        }
        return problems;
    }

    private record Known(
            UUID projectId,
            long version,
            String placeCode,
            String name,
            LocalDate approvedOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate completedOn,
            ProjectState state) {

        PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        void requireVersion(long expected) {
            if (version != expected) {
                throw new ProjectStale(name);
            }
        }

        void requireOpen() {
            if (state == ProjectState.ACCEPTED || state == ProjectState.STOPPED) {
                throw new ProjectStale(name);
            }
        }
    }

    private Known find(Jurisdiction jurisdiction, ProjectId id) {
        return scoped(jurisdiction, """
                select project_id, version, place_code, name, approved_on, started_on, completed_on, state from economy_project
                where project_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("id", id.value())
                .query(Known.class)
                .optional()
                .orElseThrow(() -> new ProjectNotFound(id));
    }

    private boolean knows(Jurisdiction jurisdiction, ProjectId id) {
        return scoped(jurisdiction, """
                select exists (select from economy_project where project_id = :id and place_code >= :lo and place_code < :hi)
                """)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private void requireSource(Jurisdiction jurisdiction, String source, String field) {
        var known = database.sql("""
                select exists (select from economy_fund_source where source = :source and within in ('', left(:lo, 6)) and not retired)
                """)
                .param("source", source)
                .param("lo", jurisdiction.lo())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new ProjectRefused(field, "no-source");
        }
    }

    private static void requireDone(int rows, Known project) {
        if (rows == 0) {
            throw new ProjectStale(project.name());
        }
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(today())) {
            throw new ProjectRefused(field, "ahead");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private StatementSpec by(StatementSpec statement, Actor actor) {
        var recorded = Recorded.by(actor, clock.instant());
        return statement
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("by", recorded.post())
                .param("person", recorded.person());
    }

    private StatementSpec scoped(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
