package io.qiangcun.party.points;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.organisation.PartyRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the points of a quarter to everybody, takes objections and answers them. */
@Service
@Transactional
public class PublicationService {

    private static final String MAY_ENTER = "hasAuthority('" + PartyAuthorities.ENTER_POINTS + "')";
    private static final String MAY_DECIDE = "hasAuthority('" + PartyAuthorities.DECIDE_POINTS + "')";
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_NAME = 100;

    private final Objections objections;
    private final PointsService points;
    private final PointsQueries queries;
    private final PublicationQueries publications;
    private final OrganisationQueries organisations;
    private final PartyRules numbers;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublicationService(
            Objections objections,
            PointsService points,
            PointsQueries queries,
            PublicationQueries publications,
            OrganisationQueries organisations,
            PartyRules numbers,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.objections = objections;
        this.points = points;
        this.queries = queries;
        this.publications = publications;
        this.organisations = organisations;
        this.numbers = numbers;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Freezes the quarter as it stands and shows it. Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_ENTER)
    public void publish(
            Jurisdiction jurisdiction, Actor actor, PublicationId id, OrganisationId branchId, Quarter quarter) {
        if (publications.row(jurisdiction, id).isPresent()) {
            return;
        }
        var branch = organisations
                .ownBy(jurisdiction, actor, branchId)
                .filter(own -> own.kind().isBranch())
                .orElseThrow(() -> new OrganisationNotFound(branchId));
        if (quarter.until().isAfter(today())) {
            throw new PointsRefused("quarter", "not-over", quarter.until().minusDays(1));
        }
        var waiting = undecided(branch, quarter);
        if (waiting > 0) {
            throw new PointsRefused("quarter", "undecided", waiting);
        }
        insert(id, branch.place(), branchId, quarter, today(), Recorded.by(actor, clock.instant()));
        freeze(id, branch.place(), branchId, quarter);
        events.publishEvent(new PointsPublished(id, branch.place(), quarter.year(), quarter.number()));
    }

    /** As if it had been published on that day, for {@link PointsTakeover}. */
    void publishBefore(
            PublicationId id, PlaceCode place, OrganisationId branch, Quarter quarter, LocalDate on, Recorded by) {
        insert(id, place, branch, quarter, on, by);
        freeze(id, place, branch, quarter);
    }

    /** Writes down what somebody says against a published list, while it is open. */
    @PreAuthorize(MAY_ENTER)
    public void object(Jurisdiction jurisdiction, Actor actor, PublicationId id, Protest protest) {
        if (objections.findById(protest.id(), jurisdiction).isPresent()) {
            return;
        }
        var publication = publications.row(jurisdiction, id).orElseThrow(() -> new PublicationNotFound(id));
        if (protest.on().isAfter(today())) {
            throw new PointsRefused("on", "in-the-future");
        }
        if (protest.on().isBefore(publication.publishedOn())
                || protest.on().isAfter(publication.objectionsUntil())
                || publication.objectionsUntil().isBefore(today())) {
            throw new PointsRefused("on", "window", publication.publishedOn(), publication.objectionsUntil());
        }
        requireText("by", protest.by(), LONGEST_NAME);
        requireText("content", protest.content(), LONGEST_TEXT);
        var entry = protest.entry();
        if (entry != null
                && queries.row(jurisdiction, entry)
                        .filter(row -> id.value().equals(row.publicationId()))
                        .isEmpty()) {
            throw new PointsRefused("entry", "not-in-list");
        }
        objections.saveAndFlush(new Objection(
                protest.id(),
                new PlaceCode(publication.placeCode()),
                new OrganisationId(publication.organisationId()),
                entry,
                id,
                protest.on(),
                protest.by(),
                false,
                protest.content(),
                Recorded.by(actor, clock.instant())));
    }

    /** The member's own word on an entry about him; he has shown his slip. No deadline: it is his data. */
    void appeal(Jurisdiction jurisdiction, ObjectionId id, EntryRow entry, String by, String content) {
        if (objections.findById(id, jurisdiction).isPresent()) {
            return;
        }
        requireText("content", content, LONGEST_TEXT);
        var open = database.sql("""
                select exists (select from party_points_objection where entry_id = :entry and by_slip and outcome is null)
                """)
                .param("entry", entry.entryId())
                .query(Boolean.class)
                .single();
        if (open) {
            throw new PointsRefused("content", "appealed");
        }
        var publication = entry.publicationId();
        objections.saveAndFlush(new Objection(
                id,
                new PlaceCode(entry.placeCode()),
                new OrganisationId(entry.organisationId()),
                new EntryId(entry.entryId()),
                publication == null ? null : new PublicationId(publication),
                today(),
                by,
                true,
                content,
                new Recorded(clock.instant(), "slip", by)));
    }

    /** The place above answers: corrected, which reverses the entry, or kept, with a reason either way. */
    @PreAuthorize(MAY_DECIDE)
    public void answer(Jurisdiction jurisdiction, Actor actor, ObjectionId id, Outcome outcome, String answer) {
        var objection = objections.findById(id, jurisdiction).orElseThrow(() -> new ObjectionNotFound(id));
        requireText("answer", answer, LONGEST_TEXT);
        if (!EntryRow.isAbove(jurisdiction, objection.placeCode())) {
            throw new PointsRefused(null, "not-your-level");
        }
        var recorded = objection.getRecorded();
        if (recorded.post().equals(actor.login()) || recorded.person().equals(actor.holder())) {
            throw new PointsRefused(null, "own-objection");
        }
        var by = Recorded.by(actor, clock.instant());
        objection.answer(outcome, answer, today(), by);
        objections.saveAndFlush(objection);
        var entry = objection.getEntry();
        if (outcome == Outcome.CORRECTED && entry != null) {
            points.correct(jurisdiction, entry, answer, recorded, by);
        }
    }

    private int undecided(OrganisationBrief branch, Quarter quarter) {
        return database.sql("""
                select count(*) from party_points_entry
                where organisation_id = :branch and status = 'ENTERED' and fact_on >= :from and fact_on < :until
                """)
                .param("branch", branch.id().value())
                .param("from", LocalDate.of(quarter.year(), 1, 1))
                .param("until", quarter.until())
                .query(Integer.class)
                .single();
    }

    private void insert(
            PublicationId id, PlaceCode place, OrganisationId branch, Quarter quarter, LocalDate on, Recorded by) {
        var days = numbers.rule("party.points-objection-days", on).wholeNumber();
        try {
            database.sql("""
                    insert into party_points_publication (publication_id, place_code, organisation_id, quarter_year,
                      quarter, published_on, objections_until, recorded_at, recorded_by, recorded_by_person)
                    values (:id, :place, :branch, :year, :quarter, :on, :until, :at, :by, :person)
                    """)
                    .param("id", id.value())
                    .param("place", place.value())
                    .param("branch", branch.value())
                    .param("year", quarter.year())
                    .param("quarter", quarter.number())
                    .param("on", on)
                    .param("until", on.plusDays(days))
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", by.post())
                    .param("person", by.person())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new PointsRefused("quarter", "published");
        }
    }

    /** Corrections that came since the last list are in this one. */
    private void freeze(PublicationId id, PlaceCode place, OrganisationId branch, Quarter quarter) {
        var from = LocalDate.of(quarter.year(), 1, 1);
        database.sql("""
                update party_points_entry set publication_id = :id
                where organisation_id = :branch and place_code = :place and status = 'APPROVED' and publication_id is null
                  and fact_on >= :from and fact_on < :until
                """)
                .param("id", id.value())
                .param("branch", branch.value())
                .param("place", place.value())
                .param("from", from)
                .param("until", quarter.until())
                .update();
        var bases = queries.bases(place, quarter.year());
        var empty = queries.balance(bases, List.of(), quarter.year());
        database.sql("""
                insert into party_points_line (publication_id, place_code, member_id, member_name, base, gained, lost, balance)
                select :id, m.place_code, m.member_id, coalesce(h.name, '—'), :base, coalesce(k.gained, 0),
                  coalesce(k.lost, 0),
                  least(:cap, greatest(:floor, :base + coalesce(k.gained, 0) - coalesce(k.lost, 0)))
                from party_member m left join person h on h.person_id = m.person_id
                  left join (
                    select e.member_id, sum(e.amount) filter (where e.amount > 0) as gained,
                      -sum(e.amount) filter (where e.amount < 0) as lost
                    from party_points_entry e
                    where e.organisation_id = :branch and e.status = 'APPROVED' and not e.reversed and e.reverses is null
                      and e.fact_on >= :from and e.fact_on < :until
                    group by e.member_id
                  ) k on k.member_id = m.member_id
                where m.organisation_id = :branch and m.ended_on is null and m.joined_on < :until
                """)
                .param("id", id.value())
                .param("branch", branch.value())
                .param("base", empty.base())
                .param("cap", empty.cap())
                .param("floor", empty.floor())
                .param("from", from)
                .param("until", quarter.until())
                .update();
    }

    private static void requireText(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new PointsRefused(field, "text", longest);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * What somebody says against a list.
     *
     * @param id made when the form was shown
     * @param entry what exactly, or null for the list as a whole
     * @param by who says it
     */
    public record Protest(ObjectionId id, @Nullable EntryId entry, LocalDate on, String by, String content) {}
}
