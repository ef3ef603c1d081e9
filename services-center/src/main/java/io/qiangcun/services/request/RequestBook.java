package io.qiangcun.services.request;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.people.Sealed;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps requests with their logs. */
@Component
@Transactional
class RequestBook {

    static final String APPLICANT = "request-applicant";
    static final String PHONE = "request-phone";

    /** In the jurisdiction, or given to a department in it. */
    static final String OWN = """
            (r.place_code >= :lo and r.place_code < :hi or r.department_place >= :lo and r.department_place < :hi)
            """;

    /** And never by whom it complains of, whatever it was before that was seen. */
    static final String SEEN =
            OWN.stripTrailing() + " and (r.petition_about is null or not starts_with(:lo, r.petition_about)) ";

    private static final String FOR_UPDATE = " for update";
    private static final int ROWS = 1000;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealed sealed;
    private final WorkingCalendar calendar;
    private final RuleParameters parameters;
    private final Clock clock;

    RequestBook(
            JdbcClient database,
            JdbcTemplate batches,
            Sealed sealed,
            WorkingCalendar calendar,
            RuleParameters parameters,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.sealed = sealed;
        this.calendar = calendar;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** Locked, so that who comes second waits and sees what became of it. */
    Optional<ServiceRequest> lock(Jurisdiction jurisdiction, RequestId id) {
        return one(jurisdiction, id, SEEN + FOR_UPDATE);
    }

    /** Those that became the event; whoever moves the event may lie below them. */
    List<ServiceRequest> lockThoseOf(UUID event) {
        return database.sql(
                        "select r.* from services_request r where r.event_id = :event order by r.request_id for update")
                .param("event", event)
                .query(RequestBook::request)
                .list();
    }

    Optional<ServiceRequest> find(Jurisdiction jurisdiction, RequestId id) {
        return one(jurisdiction, id, SEEN);
    }

    /** By whoever asked, wherever he asked it. */
    Optional<ServiceRequest> lockOwn(Jurisdiction there, RequestId id) {
        return one(there, id, OWN + FOR_UPDATE);
    }

    Optional<ServiceRequest> findOwn(Jurisdiction there, RequestId id) {
        return one(there, id, OWN);
    }

    private Optional<ServiceRequest> one(Jurisdiction jurisdiction, RequestId id, String condition) {
        return database.sql("select r.* from services_request r where r.request_id = :id and " + condition)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(RequestBook::request)
                .optional();
    }

    List<ActLine> linesOf(RequestId id) {
        return database.sql("select * from services_request_act where request_id = :id order by number")
                .param("id", id.value())
                .query((row, index) -> line(id, row))
                .list();
    }

    void insert(ServiceRequest request, OpenRequest said, Clerk by) {
        var lines = request.takeUnwritten();
        schedule(request, lines);
        var id = request.origin.id().value();
        bind(request, database.sql("""
                        insert into services_request (request_id, place_code, version, receipt, purpose, channel, item_code, item_version,
                          item_name, legal_days, promised_days, matter, priority, applicant, phone, agent_name, agent_basis, agent_account,
                          applied_at, applied_post, applied_person, state, acts, moved_at, holder_place, handed_from, department_place,
                          claimed_by, claimed_post, claimed_person, extended_by, due_at, legal_due_at, petition_about, petition_since,
                          urgent, event_id, event_place, event_open)
                        values (:id, :place, 0, :receipt, :purpose, :channel, :item_code, :item_version, :item_name, :legal_days,
                          :promised_days, :matter, :priority, :applicant, :phone, :agent_name, :agent_basis, :agent_account, :applied_at,
                          :applied_post, :applied_person, :state, :acts, :moved_at, :holder, :handed_from, :department, :claimed_by,
                          :claimed_post, :claimed_person, :extended_by, :due_at, :legal_due_at, :petition_about, :petition_since, :urgent,
                          :event, :event_place, :event_open)
                        """))
                .param("place", request.origin.place().value())
                .param("receipt", request.origin.receipt())
                .param("channel", said.channel().name())
                .param("item_code", said.item() == null ? null : said.item().code())
                .param("item_version", said.item() == null ? null : said.item().version())
                .param("item_name", said.item() == null ? null : said.item().name())
                .param("legal_days", request.origin.legalDays() == 0 ? null : request.origin.legalDays())
                .param("promised_days", request.origin.promisedDays())
                .param("matter", said.matter())
                .param("priority", said.priority() || request.urgent)
                .param("urgent", request.urgent)
                .param("applicant", sealed.seal(APPLICANT, id, said.applicant()))
                .param("phone", sealed.seal(PHONE, id, said.phone().value()))
                .param("agent_name", said.agentName())
                .param("agent_basis", said.agentBasis())
                .param("agent_account", request.origin.agentAccount())
                .param("applied_at", utc(request.origin.appliedAt()))
                .param("applied_post", by.actor().login())
                .param("applied_person", by.actor().holder())
                .update();
        append(lines);
    }

    /** First the log, which checks who holds it; the version says whether somebody else was faster. */
    void save(ServiceRequest request) {
        var lines = request.takeUnwritten();
        if (!request.state.isOver()) {
            var all = new ArrayList<>(linesOf(request.origin.id()));
            all.addAll(lines);
            schedule(request, all);
        }
        append(lines);
        var written = bind(request, database.sql("""
                        update services_request set version = version + 1, state = :state, acts = :acts, moved_at = :moved_at,
                          holder_place = :holder, handed_from = :handed_from, department_place = :department, claimed_by = :claimed_by,
                          claimed_post = :claimed_post, claimed_person = :claimed_person, supplement = :supplement,
                          waiting_for = :waiting_for, accepted_at = :accepted_at, extended_by = :extended_by, due_at = :due_at,
                          legal_due_at = :legal_due_at, decided_at = :decided_at, decided_by = :decided_by,
                          decided_post = :decided_post, decided_person = :decided_person, outcome = :outcome, result = :result,
                          closed_at = :closed_at, closed_in_time = :closed_in_time, event_id = :event, event_place = :event_place,
                          event_open = :event_open, purpose = :purpose, explained_at = :explained_at, explained_by = :explained_by,
                          explained_post = :explained_post, explained_person = :explained_person, explanation = :explanation,
                          petition_about = :petition_about, petition_since = :petition_since
                        where request_id = :id and version = :version
                        """))
                .param("version", request.version)
                .param("supplement", request.supplement)
                .param("waiting_for", name(request.waitingFor))
                .param("accepted_at", utc(request.acceptedAt))
                .param("decided_at", utc(request.decidedAt))
                .param("decided_by", request.decidedBy)
                .param("decided_post", request.decidedPost)
                .param("decided_person", request.decidedPerson)
                .param("outcome", name(request.outcome))
                .param("result", request.result)
                .param("closed_at", utc(request.closedAt))
                .param("closed_in_time", request.closedInTime)
                .param("explained_at", utc(request.explainedAt))
                .param("explained_by", request.explainedBy)
                .param("explained_post", request.explainedPost)
                .param("explained_person", request.explainedPerson)
                .param("explanation", request.explanation)
                .update();
        if (written == 0) {
            throw new RequestTaken();
        }
        if (request.leftGrid) {
            database.sql("""
                            update services_request_event set ended_at = :at, ended_as = 'LEFT'
                            where request_id = :id and ended_at is null
                            """)
                    .param("id", request.origin.id().value())
                    .param("at", utc(request.movedAt))
                    .update();
        }
    }

    /** What the clock makes of acts of the past that are not written yet. */
    void scheduleWritten(ServiceRequest request) {
        schedule(request, request.unwritten());
    }

    private static StatementSpec bind(ServiceRequest request, StatementSpec statement) {
        return statement
                .param("id", request.origin.id().value())
                .param("state", request.state.name())
                .param("acts", request.acts)
                .param("moved_at", utc(request.movedAt))
                .param("holder", text(request.holder))
                .param("handed_from", text(request.handedFrom))
                .param("department", text(request.department))
                .param("claimed_by", request.claimedBy)
                .param("claimed_post", request.claimedPost)
                .param("claimed_person", request.claimedPerson)
                .param("extended_by", request.extendedBy)
                .param("due_at", utc(request.dueAt))
                .param("purpose", request.purpose.name())
                .param("petition_about", text(request.petitionAbout))
                .param("petition_since", utc(request.petitionSince))
                .param("event", request.event)
                .param("event_place", text(request.eventPlace))
                .param("event_open", request.eventOpen)
                .param("legal_due_at", utc(request.legalDueAt));
    }

    private void append(List<ActLine> lines) {
        batches.batchUpdate("""
                insert into services_request_act (request_id, number, place_code, at, kind, from_state, to_state, holder_place,
                  account_id, post, person, acting_place, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, ROWS, (row, line) -> {
            row.setObject(1, line.request().value());
            row.setInt(2, line.number());
            row.setString(3, line.place().value());
            row.setObject(4, utc(line.at()));
            row.setString(5, line.kind().name());
            row.setString(6, line.from() == null ? "NONE" : line.from().name());
            row.setString(7, line.to().name());
            row.setString(8, text(line.holder()));
            row.setObject(9, line.account());
            row.setString(10, line.post());
            row.setString(11, line.person());
            row.setString(12, text(line.actingPlace()));
            row.setString(13, line.note());
        });
    }

    /** Until it is accepted, somebody has to say what becomes of it; then it has to be decided. */
    private void schedule(ServiceRequest request, List<ActLine> lines) {
        var holder = request.holder;
        if (holder == null || request.state == RequestState.DECIDED) {
            return;
        }
        if (request.purpose == Purpose.PETITION) {
            schedulePetition(request);
            return;
        }
        var time = calendar.workTime();
        var accepted = request.acceptedAt;
        if (accepted == null) {
            var since = lines.stream()
                    .filter(line -> line.kind() == RequestAct.SUPPLIED)
                    .map(ActLine::at)
                    .findFirst()
                    .orElse(request.origin.appliedAt());
            var code = request.purpose == Purpose.QUESTION
                    ? "services.request.question-days"
                    : "services.request.supplement-days";
            request.schedule(
                    request.state == RequestState.SUPPLEMENT
                            ? null
                            : RequestClock.answerDue(since, holder, time, parameters.wholeNumber(code, today()))
                                    .orElse(null),
                    null);
            return;
        }
        Function<Integer, @Nullable Instant> due =
                days -> RequestClock.due(lines, accepted, time, days + request.extendedBy, clock.getZone())
                        .orElse(null);
        var legal = request.origin.legalDays();
        request.schedule(due.apply(request.origin.promisedDays()), legal == 0 ? null : due.apply(legal));
    }

    /** Days of the calendar; nothing stops them. */
    private void schedulePetition(ServiceRequest request) {
        var accepted = request.acceptedAt;
        var days = parameters.wholeNumber(
                accepted == null ? "services.petition.tell-days" : "services.petition.settle-days", today());
        var from = accepted == null ? Objects.requireNonNull(request.petitionSince) : accepted;
        var due = endOfDay(from, days + (accepted == null ? 0 : request.extendedBy));
        request.schedule(due, due);
    }

    private Instant endOfDay(Instant from, int days) {
        var zone = clock.getZone();
        return LocalDate.ofInstant(from, zone)
                .plusDays(days + 1L)
                .atStartOfDay(zone)
                .toInstant()
                .minusSeconds(1);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What was said, and by whom. */
    record Said(String matter, String applicant) {}

    Said saidIn(RequestId id) {
        return database.sql("select matter, applicant from services_request where request_id = :id")
                .param("id", id.value())
                .query((row, index) ->
                        new Said(row.getString("matter"), applicantOf(id.value(), row.getBytes("applicant"))))
                .single();
    }

    PhoneNumber phone(RequestId id) {
        return database.sql("select phone from services_request where request_id = :id")
                .param("id", id.value())
                .query((row, index) -> new PhoneNumber(phoneOf(id.value(), row.getBytes("phone"))))
                .single();
    }

    String applicantOf(UUID id, byte[] value) {
        return sealed.open(APPLICANT, id, value);
    }

    String phoneOf(UUID id, byte[] value) {
        return sealed.open(PHONE, id, value);
    }

    private static ServiceRequest request(ResultSet row, int index) throws SQLException {
        var code = row.getString("item_code");
        var item = code == null
                ? null
                : new RequestItem(
                        code,
                        row.getInt("item_version"),
                        row.getString("item_name"),
                        row.getInt("legal_days"),
                        row.getInt("promised_days"));
        var request = new ServiceRequest(
                new ServiceRequest.Origin(
                        new RequestId(row.getObject("request_id", UUID.class)),
                        new PlaceCode(row.getString("place_code")),
                        row.getString("receipt"),
                        Purpose.valueOf(row.getString("purpose")),
                        RequestChannel.valueOf(row.getString("channel")),
                        item,
                        row.getInt("legal_days"),
                        row.getInt("promised_days"),
                        row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                        row.getString("agent_name"),
                        row.getObject("agent_account", UUID.class)),
                row.getObject("moved_at", OffsetDateTime.class).toInstant());
        request.version = row.getLong("version");
        request.state = RequestState.valueOf(row.getString("state"));
        request.acts = row.getInt("acts");
        request.holder = place(row.getString("holder_place"));
        request.handedFrom = place(row.getString("handed_from"));
        request.department = place(row.getString("department_place"));
        request.claimedBy = row.getObject("claimed_by", UUID.class);
        request.claimedPost = row.getString("claimed_post");
        request.claimedPerson = row.getString("claimed_person");
        request.supplement = row.getString("supplement");
        request.waitingFor = valueOf(WaitingFor.class, row.getString("waiting_for"));
        request.acceptedAt = instant(row, "accepted_at");
        request.extendedBy = row.getInt("extended_by");
        request.dueAt = instant(row, "due_at");
        request.legalDueAt = instant(row, "legal_due_at");
        request.decidedAt = instant(row, "decided_at");
        request.decidedBy = row.getObject("decided_by", UUID.class);
        request.decidedPost = row.getString("decided_post");
        request.decidedPerson = row.getString("decided_person");
        request.outcome = valueOf(Outcome.class, row.getString("outcome"));
        request.result = row.getString("result");
        request.closedAt = instant(row, "closed_at");
        request.closedInTime = (Boolean) row.getObject("closed_in_time");
        request.explainedAt = instant(row, "explained_at");
        request.explainedBy = row.getObject("explained_by", UUID.class);
        request.explainedPost = row.getString("explained_post");
        request.explainedPerson = row.getString("explained_person");
        request.explanation = row.getString("explanation");
        request.petitionAbout = place(row.getString("petition_about"));
        request.petitionSince = instant(row, "petition_since");
        request.urgent = row.getBoolean("urgent");
        request.event = row.getObject("event_id", UUID.class);
        request.eventPlace = place(row.getString("event_place"));
        request.eventOpen = row.getBoolean("event_open");
        return request;
    }

    private static ActLine line(RequestId id, ResultSet row) throws SQLException {
        return new ActLine(
                id,
                new PlaceCode(row.getString("place_code")),
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                RequestAct.valueOf(row.getString("kind")),
                row.getString("from_state").equals("NONE") ? null : RequestState.valueOf(row.getString("from_state")),
                RequestState.valueOf(row.getString("to_state")),
                place(row.getString("holder_place")),
                row.getObject("account_id", UUID.class),
                row.getString("post"),
                row.getString("person"),
                place(row.getString("acting_place")),
                row.getString("note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static <E extends Enum<E>> @Nullable E valueOf(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable PlaceCode place(@Nullable String code) {
        return code == null ? null : new PlaceCode(code);
    }

    private static @Nullable String text(@Nullable PlaceCode place) {
        return place == null ? null : place.value();
    }
}
