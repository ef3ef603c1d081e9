package io.qiangcun.party.organisation;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.PartyAuthorities;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records elections, and what the level above lets be late. */
@Service
@Transactional
public class TermService {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_ORGANISATIONS + "')";
    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_ORGANISATIONS + "')";
    private static final int ROWS = 1000;

    private final OrganisationQueries organisations;
    private final PartyRules rules;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TermService(
            OrganisationQueries organisations,
            PartyRules rules,
            JdbcClient database,
            JdbcTemplate batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisations = organisations;
        this.rules = rules;
        this.database = database;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Term> terms(Jurisdiction jurisdiction, OrganisationId id) {
        return database.sql("""
                select term_id, starts_on, ends_on, extended_to, approval, temporary from party_term
                where organisation_id = :id and place_code >= :lo and place_code < :hi order by starts_on desc
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Term.class)
                .list();
    }

    /** An election begins a term, as long as the rule for the place says. */
    @PreAuthorize(MAY_WRITE)
    public void elected(Jurisdiction jurisdiction, Actor actor, OrganisationId id, LocalDate on) {
        var organisation = existing(jurisdiction, id);
        begin(jurisdiction, actor, organisation, Term.electedOn(on, yearsAt(organisation.place(), on)));
    }

    /** A temporary organisation, which ends by itself. */
    @PreAuthorize(MAY_WRITE)
    public void temporary(Jurisdiction jurisdiction, Actor actor, OrganisationId id, LocalDate from, LocalDate until) {
        begin(jurisdiction, actor, existing(jurisdiction, id), Term.temporary(from, until));
    }

    @PreAuthorize(MAY_WRITE)
    public void extend(Jurisdiction jurisdiction, OrganisationId id, LocalDate to, String approval) {
        var organisation = existing(jurisdiction, id);
        var current = terms(jurisdiction, id).stream().findFirst().orElseThrow(() -> new TermRefused("until", "none"));
        var extended = current.extended(to, approval, rules.rule("party.term-extension-years", today()));
        database.sql("""
                update party_term set extended_to = :to, approval = :approval
                where term_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("to", extended.extendedTo())
                .param("approval", extended.approval())
                .param("id", extended.termId())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        events.publishEvent(new TermExtended(id, organisation.place(), to, approval));
    }

    /**
     * Enters many elections at once from an earlier list that was checked before. For imports and the demonstration: no
     * page reaches it, so it asks for no authority; the fence of the database still holds.
     */
    public void electedBefore(Jurisdiction jurisdiction, Actor actor, List<Election> elections) {
        if (elections.isEmpty()) {
            return;
        }
        if (!elections.stream().allMatch(election -> jurisdiction.covers(election.place()))) {
            throw new IllegalArgumentException("An organisation lies outside " + jurisdiction);
        }
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                insert into party_term (term_id, organisation_id, place_code, starts_on, ends_on, temporary,
                  recorded_at, recorded_by, recorded_by_person)
                select ?, ?, ?, ?, cast(? as date) + make_interval(years => (
                    select amount::int from party_rule r
                    where r.valid_to is null and r.code in ('party.term-years.' || p.category, 'party.term-years.other')
                    order by r.code = 'party.term-years.other' limit 1)), false, ?, ?, ?
                from place p where p.place_code = ?
                """, elections, ROWS, (row, election) -> {
            row.setObject(1, UUID.randomUUID());
            row.setObject(2, election.organisation().value());
            row.setString(3, election.place().value());
            row.setObject(4, election.on());
            row.setObject(5, election.on());
            row.setTimestamp(6, at);
            row.setString(7, actor.login());
            row.setString(8, actor.holder());
            row.setString(9, election.place().value());
        });
        events.publishEvent(new TermsTakenOver(elections.get(0).place().county(), elections.size()));
    }

    private void begin(Jurisdiction jurisdiction, Actor actor, OrganisationBrief organisation, Term term) {
        if (term.startsOn().isAfter(today())) {
            throw new TermRefused("on", "in-the-future");
        }
        if (term.startsOn().isBefore(organisation.foundedOn())) {
            throw new TermRefused("on", "before-founding", organisation.foundedOn());
        }
        terms(jurisdiction, organisation.id()).stream().findFirst().ifPresent(last -> {
            if (!term.startsOn().isAfter(last.startsOn())) {
                throw new TermRefused("on", "before-the-last", last.startsOn());
            }
        });
        database.sql("""
                insert into party_term (term_id, organisation_id, place_code, starts_on, ends_on, temporary,
                  recorded_at, recorded_by, recorded_by_person)
                values (:id, :organisation, :place, :from, :to, :temporary, :at, :post, :person)
                """)
                .param("id", term.termId())
                .param("organisation", organisation.id().value())
                .param("place", organisation.place().value())
                .param("from", term.startsOn())
                .param("to", term.endsOn())
                .param("temporary", term.temporary())
                .param("at", OffsetDateTime.now(clock))
                .param("post", actor.login())
                .param("person", actor.holder())
                .update();
        events.publishEvent(new TermBegun(organisation.id(), organisation.place(), term.startsOn(), term.endsOn()));
    }

    private OrganisationBrief existing(Jurisdiction jurisdiction, OrganisationId id) {
        var organisation = organisations.brief(jurisdiction, id).orElseThrow(() -> new OrganisationNotFound(id));
        if (organisation.dissolvedOn() != null) {
            throw new OrganisationIsDissolved(organisation.name(), organisation.dissolvedOn());
        }
        return organisation;
    }

    private PartyRules.PartyRule yearsAt(PlaceCode place, LocalDate on) {
        var category = database.sql("select category from place where place_code = :place")
                .param("place", place.value())
                .query(String.class)
                .single();
        return rules.ifSet("party.term-years." + category, on)
                .orElseGet(() -> rules.rule("party.term-years.other", on));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** An election of earlier times. */
    public record Election(OrganisationId organisation, PlaceCode place, LocalDate on) {}
}
