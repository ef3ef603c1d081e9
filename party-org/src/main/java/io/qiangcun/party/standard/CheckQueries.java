package io.qiangcun.party.standard;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.standard.Answers.Answer;
import io.qiangcun.party.standard.Answers.Fact;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads checks, what is not met, and what the records say about a branch now. */
@Service
@Transactional(readOnly = true)
public class CheckQueries {

    private static final String ROW = """
            select c.check_id, c.version, c.place_code, p.name as place_name, c.organisation_id,
              o.name as organisation_name, c.standard, e.title, e.pass_percent, c.period_from, c.period_to, c.checked_on,
              c.status, coalesce(a.asked, 0) as asked, coalesce(a.met, 0) as met, coalesce(a.unfixed, 0) as unfixed,
              c.recorded_at, c.recorded_by_person, c.reviewed_by_person, c.confirmed_by_person, c.confirmed_on,
              c.return_reason
            from party_standard_check c join party_organisation o on o.organisation_id = c.organisation_id
              join place p on p.place_code = c.place_code
              join party_standard_edition e on e.edition_id = c.edition_id
              left join lateral (select count(counted) as asked, count(*) filter (where counted) as met,
                  count(*) filter (where not counted and fixed_on is null) as unfixed
                from party_standard_answer where check_id = c.check_id) a on true
            where c.place_code >= :lo and c.place_code < :hi
            """;

    private static final String IN_ORDER = "order by c.period_from desc, c.place_code, o.name, c.standard";

    private static final String FAILED_ORDER = "order by a.fix_by nulls last, a.place_code, o.name, a.position";

    private final OrganisationQueries organisations;
    private final Standards standards;
    private final PlaceTree places;
    private final List<Answers> answers;
    private final JdbcClient database;
    private final Clock clock;

    CheckQueries(
            OrganisationQueries organisations,
            Standards standards,
            PlaceTree places,
            ObjectProvider<Answers> answers,
            JdbcClient database,
            Clock clock) {
        this.organisations = organisations;
        this.standards = standards;
        this.places = places;
        this.answers = answers.orderedStream().toList();
        this.database = database;
        this.clock = clock;
    }

    /** The latest period first, then place by place. */
    @PreAuthorize(Standards.MAY_READ)
    public Page<CheckRow> list(Jurisdiction jurisdiction, CheckFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, IN_ORDER, page, CheckRow.class);
    }

    @PreAuthorize(Standards.MAY_READ)
    public void read(Jurisdiction jurisdiction, CheckFilter filter, Consumer<Iterable<CheckRow>> reader) {
        listed(jurisdiction, filter).read(database, IN_ORDER, CheckRow.class, reader);
    }

    @PreAuthorize(Standards.MAY_READ)
    public Optional<CheckRow> find(Jurisdiction jurisdiction, CheckId id) {
        return ScopedList.of(ROW, jurisdiction)
                .and("c.check_id = :id", "id", id.value())
                .page(database, IN_ORDER, Pageable.unpaged(), CheckRow.class)
                .stream()
                .findFirst();
    }

    /** In the order of the standard. */
    @PreAuthorize(Standards.MAY_READ)
    public List<AnswerRow> answers(Jurisdiction jurisdiction, CheckId id) {
        var facts = bound("""
                select item_code, label, href, good from party_standard_fact
                where check_id = :id and place_code >= :lo and place_code < :hi order by item_code, number
                """, jurisdiction)
                .param("id", id.value())
                .query((row, number) -> new ItemFact(
                        row.getString("item_code"),
                        new Fact(row.getString("label"), row.getString("href"), row.getBoolean("good"))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(ItemFact::item, Collectors.mapping(ItemFact::fact, Collectors.toList())));
        return bound("""
                select item_code, section, title, basis_text, by_records, met, note, agreed, disagreement, counted, fix_by,
                  fixed_on, fix_note
                from party_standard_answer
                where check_id = :id and place_code >= :lo and place_code < :hi order by position, item_code
                """, jurisdiction)
                .param("id", id.value())
                .query((row, number) -> new AnswerRow(
                        row.getString("item_code"),
                        row.getString("section"),
                        row.getString("title"),
                        row.getString("basis_text"),
                        row.getBoolean("by_records"),
                        row.getObject("met", Boolean.class),
                        row.getString("note"),
                        row.getObject("agreed", Boolean.class),
                        row.getString("disagreement"),
                        row.getObject("counted", Boolean.class),
                        row.getObject("fix_by", LocalDate.class),
                        row.getObject("fixed_on", LocalDate.class),
                        row.getString("fix_note"),
                        facts.getOrDefault(row.getString("item_code"), List.of())))
                .list();
    }

    /** What is not met and not put right, the most urgent first. */
    @PreAuthorize(Standards.MAY_READ)
    public Page<FailedRow> failed(Jurisdiction jurisdiction, Pageable page) {
        return failedList(jurisdiction).page(database, FAILED_ORDER, page, FailedRow.class);
    }

    @PreAuthorize(Standards.MAY_READ)
    public void readFailed(Jurisdiction jurisdiction, Consumer<Iterable<FailedRow>> reader) {
        failedList(jurisdiction).read(database, FAILED_ORDER, FailedRow.class, reader);
    }

    private static ScopedList failedList(Jurisdiction jurisdiction) {
        return ScopedList.of("""
                select a.check_id, o.name as organisation_name, p.name as place_name, e.title as standard_title,
                  a.item_code, a.title, a.disagreement, a.fix_by
                from party_standard_answer a join party_standard_check c on c.check_id = a.check_id
                  join party_organisation o on o.organisation_id = c.organisation_id
                  join place p on p.place_code = a.place_code
                  join party_standard_edition e on e.edition_id = c.edition_id
                where a.place_code >= :lo and a.place_code < :hi and not a.counted and a.fixed_on is null
                """, jurisdiction);
    }

    /** The standards that apply to the branch and can be checked. */
    private List<Edition> standards(Jurisdiction jurisdiction, OrganisationBrief branch) {
        var category = places.require(branch.place(), jurisdiction).category().name();
        return this.standards.editions(branch.place(), LocalDate.now(clock)).stream()
                .filter(edition ->
                        edition.appliesTo().equals("ANY") || edition.appliesTo().equals(category))
                .filter(edition -> !edition.filled().isEmpty())
                .toList();
    }

    /** Branches the account checks. */
    @PreAuthorize(Standards.MAY_READ)
    public List<OrganisationBrief> ownBranches(Jurisdiction jurisdiction, Actor actor) {
        return organisations.ownBy(jurisdiction, actor).stream()
                .filter(organisation -> organisation.kind().isBranch())
                .toList();
    }

    /** What the records say about a branch of one's own, and what is left to look at. */
    @PreAuthorize(Standards.MAY_READ)
    public Draft draft(Jurisdiction jurisdiction, Actor actor, OrganisationId id, @Nullable String standard) {
        var branch = organisations
                .ownBy(jurisdiction, actor, id)
                .filter(own -> own.kind().isBranch())
                .orElseThrow(() -> new OrganisationNotFound(id));
        var standards = standards(jurisdiction, branch);
        var edition = standards.stream()
                .filter(known -> standard == null || known.code().equals(standard))
                .findFirst()
                .orElseThrow(() -> new CheckNotFound(String.valueOf(standard)));
        var period = period(jurisdiction, branch);
        return new Draft(branch, edition, standards, period, said(jurisdiction, branch, period));
    }

    private Map<String, Answer> said(Jurisdiction jurisdiction, OrganisationBrief branch, Period period) {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        var end = period.to().plusDays(1);
        var said = new HashMap<String, Answer>();
        for (var source : answers) {
            said.putAll(source.answers(jurisdiction, branch, period.from(), tomorrow.isBefore(end) ? tomorrow : end));
        }
        return said;
    }

    /** As the calendar of duties has it; a year where it says nothing. */
    private Period period(Jurisdiction jurisdiction, OrganisationBrief branch) {
        var today = LocalDate.now(clock);
        return bound("""
                select period_from, period_to from duty
                where place_code >= :lo and place_code < :hi and duty_subject = :branch and archived_at is null
                  and rule_code = 'party.standard-check' and period_from <= :today and period_to >= :today
                order by period_from desc limit 1
                """, jurisdiction)
                .param("branch", branch.id().value())
                .param("today", today)
                .query((row, number) -> new Period(
                        row.getObject("period_from", LocalDate.class), row.getObject("period_to", LocalDate.class)))
                .optional()
                .orElseGet(() -> Period.yearOf(today));
    }

    private static ScopedList listed(Jurisdiction jurisdiction, CheckFilter filter) {
        return ScopedList.of(ROW, jurisdiction)
                .and("c.standard = :standard", "standard", filter.standard())
                .and("c.status = :status", "status", filter.status())
                .and(
                        "c.organisation_id = :organisation",
                        "organisation",
                        filter.organisation() == null
                                ? null
                                : filter.organisation().value())
                .and("strpos(concat_ws(' ', o.name, p.name), :text) > 0", "text", filter.text());
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private record ItemFact(String item, Fact fact) {}
}
