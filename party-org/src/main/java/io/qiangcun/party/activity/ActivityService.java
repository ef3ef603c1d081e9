package io.qiangcun.party.activity;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.activity.ActivityContent.Lifetime;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records organisational life: for the account's own organisation, and for those standing below it in the same place. */
@Service
@Transactional
public class ActivityService {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_ACTIVITIES + "')";

    private final Activities activities;
    private final ActivityBatch batch;
    private final OrganisationQueries organisations;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivityService(
            Activities activities,
            ActivityBatch batch,
            OrganisationQueries organisations,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activities = activities;
        this.batch = batch;
        this.organisations = organisations;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** The same command sent twice, even at the same moment, makes one record; another one under its id is stale. */
    @PreAuthorize(MAY_WRITE)
    public ActivityId record(Jurisdiction jurisdiction, Actor actor, RecordActivity command) {
        var organisation = own(jurisdiction, actor, command.organisation());
        waitForTwin(command.id());
        var twin = activities.findById(command.id(), jurisdiction);
        if (twin.isPresent()) {
            return same(twin.get(), command);
        }
        var activity = new Activity(
                command.id(),
                organisation.id(),
                organisation.place(),
                command.content(),
                command.makesUpFor(),
                lifetimeOf(organisation),
                today(),
                command.submit(),
                by(actor));
        try {
            return activities.saveAndFlush(activity).getId();
        } catch (DataIntegrityViolationException takenOutsideTheJurisdiction) {
            throw new ActivityNotFound(command.id());
        }
    }

    @PreAuthorize(MAY_WRITE)
    public void revise(Jurisdiction jurisdiction, Actor actor, ReviseDraft command) {
        var activity = find(jurisdiction, command.activity(), command.version());
        var organisation = own(jurisdiction, actor, activity.getOrganisation());
        activity.revise(command.content(), lifetimeOf(organisation), today(), command.submit(), by(actor));
        activities.saveAndFlush(activity);
    }

    @PreAuthorize(MAY_WRITE)
    public void correct(Jurisdiction jurisdiction, Actor actor, CorrectActivity command) {
        var activity = find(jurisdiction, command.activity(), command.version());
        var organisation = own(jurisdiction, actor, activity.getOrganisation());
        activity.correct(command.content(), command.reason(), lifetimeOf(organisation), today(), by(actor));
        activities.saveAndFlush(activity);
    }

    @PreAuthorize(MAY_WRITE)
    public void withdraw(Jurisdiction jurisdiction, Actor actor, ActivityId id, long version, String reason) {
        var activity = find(jurisdiction, id, version);
        own(jurisdiction, actor, activity.getOrganisation());
        activity.withdraw(reason, by(actor));
        activities.saveAndFlush(activity);
    }

    @PreAuthorize(MAY_WRITE)
    public void discard(Jurisdiction jurisdiction, Actor actor, ActivityId id, long version) {
        var activity = find(jurisdiction, id, version);
        own(jurisdiction, actor, activity.getOrganisation());
        activity.discard(by(actor));
        activities.saveAndFlush(activity);
    }

    /**
     * Enters many records at once that were kept elsewhere before. For imports and the demonstration: no page reaches
     * it, so it asks for no authority; the fence of the database still holds. Duties hear of it as a whole, not record
     * by record.
     */
    public void recordAll(Jurisdiction jurisdiction, List<PastActivity> past) {
        if (past.isEmpty()) {
            return;
        }
        if (!past.stream().allMatch(activity -> jurisdiction.covers(activity.place()))) {
            throw new IllegalArgumentException("A record lies outside " + jurisdiction);
        }
        batch.insert(past);
        events.publishEvent(new ActivitiesTakenOver(past.get(0).place().county(), past.size()));
    }

    private ActivityId same(Activity twin, RecordActivity command) {
        if (!twin.getOrganisation().equals(command.organisation())
                || !twin.getContent().equals(command.content())) {
            throw new ActivityStale(twin.getId());
        }
        return twin.getId();
    }

    /** Two requests with the same id run one after the other, so that the second sees the first. */
    private void waitForTwin(ActivityId id) {
        database.sql("select pg_advisory_xact_lock(:key)")
                .param("key", id.value().getMostSignificantBits())
                .query()
                .singleRow();
    }

    private Activity find(Jurisdiction jurisdiction, ActivityId id, long version) {
        var activity = activities.findById(id, jurisdiction).orElseThrow(() -> new ActivityNotFound(id));
        if (!Objects.equals(activity.getVersion(), version)) {
            throw new ActivityStale(id);
        }
        return activity;
    }

    private OrganisationBrief own(Jurisdiction jurisdiction, Actor actor, OrganisationId id) {
        return organisations.ownBy(jurisdiction, actor, id).orElseThrow(() -> new OrganisationNotFound(id));
    }

    private static Lifetime lifetimeOf(OrganisationBrief organisation) {
        return new Lifetime(organisation.foundedOn(), organisation.dissolvedOn());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }
}
