package io.qiangcun.core.procedure;

import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.ScopedList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads cases: lists, one with its time line, and what waits for a place. */
@Service
@Transactional(readOnly = true)
public class CaseQueries {

    private static final String MAY_READ = "hasAuthority('" + ProcedureAuthorities.READ + "')";

    private static final String ROW = """
            select c.case_id, c.place_code, c.template_code, v.title, c.subject_name, c.started_on, c.state, c.result,
              c.ended_on, p.name as place_name, t.name as township_name,
              n.title as next, n.step_code as next_code, n.latest_on,
              coalesce(n.state = 'OPEN' and n.latest_on < :today, false) as overdue,
              coalesce(n.mine, false) as mine, s.done, s.steps
            from procedure_case c
              join procedure_template v on v.template_id = c.template_id
              join place p on p.place_code = c.place_code
              left join place t on t.place_code = left(c.place_code, 9) and length(c.place_code) > 9
              left join lateral (
                select o.title, o.step_code, o.latest_on, o.state, o.actor_place = :own as mine
                from procedure_step o where o.case_id = c.case_id and o.state in ('OPEN', 'PUBLIC')
                  and (not o.secret or o.actor_place >= :seen_from and o.actor_place < :seen_to)
                order by o.latest_on nulls last, o.number limit 1) n on true
              cross join lateral (
                select count(*) filter (where x.state in ('DONE', 'WAIVED', 'SKIPPED')) as done, count(*) as steps
                from procedure_step x where x.case_id = c.case_id
                  and (not x.secret or x.actor_place >= :seen_from and x.actor_place < :seen_to)) s
            where c.place_code >= :lo and c.place_code < :hi
            """;

    private static final String WHAT_IS_LATE_FIRST =
            "order by c.state <> 'OPEN', n.latest_on nulls last, c.started_on desc, c.case_id";

    private final JdbcClient database;
    private final ProcedureCases cases;
    private final ProcedureTemplates templates;
    private final AttachmentService attachments;
    private final PlaceTree places;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseQueries(
            JdbcClient database,
            ProcedureCases cases,
            ProcedureTemplates templates,
            AttachmentService attachments,
            PlaceTree places,
            WorkingCalendar calendar,
            Clock clock) {
        this.database = database;
        this.cases = cases;
        this.templates = templates;
        this.attachments = attachments;
        this.places = places;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What is overdue first, then what is due next, then what is over. */
    @PreAuthorize(MAY_READ)
    public Page<CaseRow> list(Jurisdiction jurisdiction, CaseFilter filter, Pageable page) {
        var place = filter.place();
        return ScopedList.of(ROW, place == null ? jurisdiction : jurisdiction.narrowedTo(place))
                .with("own", jurisdiction.lo())
                .with("seen_from", jurisdiction.lo())
                .with("seen_to", jurisdiction.hi())
                .with("today", LocalDate.now(clock))
                .and("c.template_code = :template", "template", filter.template())
                .and("""
                        exists (select from procedure_step w where w.case_id = c.case_id and w.step_code = :step
                          and w.state in ('OPEN', 'PUBLIC')
                          and (not w.secret or w.actor_place >= :seen_from and w.actor_place < :seen_to))
                        """, "step", filter.step())
                .and("c.state = :state", "state", filter.state())
                .andIf(filter.overdue(), "c.state = 'OPEN' and n.state = 'OPEN' and n.latest_on < :today")
                .andIf(filter.mine(), """
                        c.state = 'OPEN' and exists (select from procedure_step w where w.case_id = c.case_id
                          and w.state in ('OPEN', 'PUBLIC') and w.actor_place = :own)
                        """)
                .andIf(filter.unconfirmed(), """
                        c.state <> 'ABANDONED' and exists (select from procedure_act a where a.case_id = c.case_id
                          and a.confirm_place = :own and a.confirmed_at is null and a.withdrawn_at is null)
                        """)
                .and("strpos(concat_ws(' ', c.subject_name, p.name, t.name), :text) > 0", "text", filter.text())
                .page(database, WHAT_IS_LATE_FIRST, page, (rs, i) -> row(rs));
    }

    @PreAuthorize(MAY_READ)
    public CaseDetail show(Jurisdiction jurisdiction, CaseId id) {
        var found = cases.findById(id, jurisdiction).orElseThrow(() -> new CaseNotFound(id));
        var edition = templates.find(found.getTemplateId());
        var place = places.require(found.placeCode(), jurisdiction);
        var sight = new Sight(edition.template(), found.placeCode(), jurisdiction);
        var acts = sight.acts(found.actViews());
        return new CaseDetail(
                found.head(edition.template().title(), place.name()),
                edition,
                sight.timeLine(found.timeLine(edition.template(), calendar.workingDays())),
                acts,
                attachments.listAll(
                        jurisdiction,
                        CaseService.ATTACHMENTS,
                        acts.stream().map(ActView::id).toList()),
                templates.voteRules(LocalDate.now(clock)),
                edition.template().again() == null ? List.of() : links(jurisdiction, found),
                LocalDate.now(clock));
    }

    /** The case before, and those that do this one once more. */
    private List<CaseLink> links(Jurisdiction jurisdiction, ProcedureCase found) {
        var follows = found.getFollows();
        return database.sql("""
                select c.case_id, c.follows, c.started_on, c.state, c.result, l.again_reason, l.again_note
                from procedure_case l join procedure_case c on c.case_id = case when l.case_id = :id then l.follows else l.case_id end
                where (l.case_id = :id or l.follows = :id) and l.follows is not null
                  and l.place_code >= :lo and l.place_code < :hi and c.place_code >= :lo and c.place_code < :hi
                order by c.started_on, c.recorded_at
                """)
                .param("id", found.getId().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> {
                    var id = rs.getObject("case_id", UUID.class);
                    return new CaseLink(
                            new CaseId(id),
                            id.equals(follows),
                            rs.getObject("started_on", LocalDate.class),
                            CaseState.valueOf(rs.getString("state")),
                            rs.getString("result"),
                            Again.Reason.valueOf(rs.getString("again_reason")),
                            rs.getString("again_note"));
                })
                .list();
    }

    /** Steps that wait, among them those that wait too long. */
    public record Waiting(long overdue, long open, long unconfirmed) {}

    /** How many open cases of a procedure stand before each of its steps, and how many of them too long: the funnel. */
    @PreAuthorize(MAY_READ)
    public Map<String, Waiting> funnel(Jurisdiction jurisdiction, String template) {
        var counts = new HashMap<String, Waiting>();
        database.sql("""
            select s.step_code, count(*) as cases,
              count(*) filter (where s.state = 'OPEN' and s.latest_on < :today) as overdue
            from procedure_step s join procedure_case c on c.case_id = s.case_id
            where c.state = 'OPEN' and c.template_code = :template and s.state in ('OPEN', 'PUBLIC')
              and s.place_code >= :lo and s.place_code < :hi
              and (not s.secret or s.actor_place >= :lo and s.actor_place < :hi)
            group by s.step_code
            """)
                .param("template", template)
                .param("today", LocalDate.now(clock))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> counts.put(
                        rs.getString("step_code"), new Waiting(rs.getLong("overdue"), rs.getLong("cases"), 0)))
                .list();
        return Map.copyOf(counts);
    }

    private static CaseRow row(ResultSet rs) throws SQLException {
        return new CaseRow(
                new CaseId(rs.getObject("case_id", UUID.class)),
                new PlaceCode(rs.getString("place_code")),
                rs.getString("place_name"),
                rs.getString("township_name"),
                rs.getString("template_code"),
                rs.getString("title"),
                rs.getString("subject_name"),
                rs.getObject("started_on", LocalDate.class),
                CaseState.valueOf(rs.getString("state")),
                rs.getString("result"),
                day(rs, "ended_on"),
                rs.getString("next"),
                rs.getString("next_code"),
                day(rs, "latest_on"),
                rs.getBoolean("overdue"),
                rs.getBoolean("mine"),
                rs.getInt("done"),
                rs.getInt("steps"));
    }

    private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    /** All cases about a person, the latest first. */
    List<PersonCase> about(Jurisdiction jurisdiction, PersonId person) {
        return database.sql("""
                select c.case_id, v.title, c.started_on, c.state, c.result
                from procedure_case c join procedure_template v on v.template_id = c.template_id
                where c.place_code >= :lo and c.place_code < :hi and c.subject_id = :person
                order by c.started_on desc, c.case_id
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("person", person.value())
                .query(PersonCase.class)
                .list();
    }

    /** A case about somebody. */
    record PersonCase(UUID caseId, String title, LocalDate startedOn, CaseState state, String result) {}

    /** The procedures of which the jurisdiction has cases, or may have. */
    @PreAuthorize(MAY_READ)
    public List<TemplateEdition> catalogue(Jurisdiction jurisdiction) {
        return templates.inForce(jurisdiction.root());
    }

    /** Those of the catalogue that the county did not leave turned off. */
    @PreAuthorize(MAY_READ)
    public List<TemplateEdition> turnedOn(Jurisdiction jurisdiction) {
        return catalogue(jurisdiction).stream()
                .filter(edition -> !templates.isOff(edition.template()))
                .toList();
    }
}
