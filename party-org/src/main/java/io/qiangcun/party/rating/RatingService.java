package io.qiangcun.party.rating;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.StartCase;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.rating.Scale.Counted;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens rounds, counts sheets, notes what the committee says beyond the score, changes stars and moves plaques. */
@Service
@Transactional
public class RatingService {

    static final String PROCEDURE = "party.star-rating";

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_RATINGS + "')";
    private static final int MOST_SHEETS = 1000;
    private static final int MOST_STARS = 5;
    private static final int LONGEST = 200;

    private final CaseService cases;
    private final RatingQueries queries;
    private final Scales scales;
    private final OrganisationQueries organisations;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    RatingService(
            CaseService cases,
            RatingQueries queries,
            Scales scales,
            OrganisationQueries organisations,
            JdbcClient database,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.cases = cases;
        this.queries = queries;
        this.scales = scales;
        this.organisations = organisations;
        this.database = database;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    /** Begins this year's round with all who are members now. Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_WRITE)
    public void open(Jurisdiction jurisdiction, Actor actor, RoundId id, OrganisationId branchId) {
        if (queries.find(jurisdiction, id).isPresent()) {
            return;
        }
        var branch = own(jurisdiction, actor, branchId);
        var year = today().getYear();
        var once = database.sql("""
                select exists (select from party_rating_round where organisation_id = :branch and rating_year = :year)
                """)
                .param("branch", branch.id().value())
                .param("year", year)
                .query(Boolean.class)
                .single();
        if (once) {
            throw new RatingRefused("organisation", "opened", String.valueOf(year));
        }
        var name = messages.getMessage(
                "party.rating.round.name",
                new Object[] {String.valueOf(year), branch.name()},
                Locale.SIMPLIFIED_CHINESE);
        cases.start(
                jurisdiction,
                actor,
                new StartCase(new CaseId(id.value()), PROCEDURE, branch.place(), null, name, today()));
        insertRound(id, branch, year, actor);
        if (enlist(id, branch) == 0) {
            throw new RatingRefused("organisation", "no-members");
        }
        events.publishEvent(new RoundOpened(id, branch.place(), year));
    }

    /** Counts sheets about a member: how many, and what they add up to for each item. */
    @PreAuthorize(MAY_WRITE)
    public void count(
            Jurisdiction jurisdiction,
            Actor actor,
            RoundId id,
            UUID member,
            Phase phase,
            int sheets,
            Map<String, BigDecimal> sums) {
        var round = open(jurisdiction, actor, id);
        requireParticipant(jurisdiction, id, member);
        if (sheets < 1 || sheets > MOST_SHEETS || phase == Phase.SELF && sheets != 1) {
            throw new RatingRefused("sheets", "sheets", MOST_SHEETS);
        }
        var items =
                scales.scale(new PlaceCode(round.placeCode()), round.openedOn()).items();
        var problems = new ArrayList<Problem>();
        for (var item : items) {
            var sum = sums.get(item.code());
            var most = item.amount().multiply(BigDecimal.valueOf(sheets));
            if (sum == null || sum.signum() < 0 || sum.compareTo(most) > 0) {
                problems.add(RatingRefused.at("sums[" + item.code() + "]", "points", item.title(), most));
            }
        }
        if (!problems.isEmpty()) {
            throw new RatingRefused(problems);
        }
        items.forEach(item -> write(
                id,
                round.placeCode(),
                member,
                phase,
                item.code(),
                new Counted(sheets, sums.getOrDefault(item.code(), BigDecimal.ZERO))));
        events.publishEvent(new SheetsCounted(id, new PlaceCode(round.placeCode()), phase, sheets));
    }

    /** What the committee says beyond the score: a condition not fulfilled, other stars with a reason, a model. */
    @PreAuthorize(MAY_WRITE)
    public void judge(Jurisdiction jurisdiction, Actor actor, RoundId id, Judgement judgement) {
        var round = open(jurisdiction, actor, id);
        requireParticipant(jurisdiction, id, judgement.member());
        var explained = !judgement.reason().isBlank() && judgement.reason().length() <= LONGEST;
        if (!explained && (judgement.failedCondition() != null || judgement.stars() != null)) {
            throw new RatingRefused("reason", "reason", LONGEST);
        }
        if (judgement.stars() != null && (judgement.stars() < 0 || judgement.stars() > MOST_STARS)) {
            throw new RatingRefused("stars", "stars");
        }
        if (judgement.failedCondition() != null && (judgement.model() || judgement.stars() != null)) {
            throw new RatingRefused("failedCondition", "out-and-in");
        }
        database.sql("""
                update party_rating_participant set failed_condition = :condition, failed_reason = :failed, stars = :stars,
                  stars_reason = :reason, model = :model
                where round_id = :id and member_id = :member
                """)
                .param("condition", judgement.failedCondition(), Types.VARCHAR)
                .param("failed", judgement.failedCondition() == null ? null : judgement.reason(), Types.VARCHAR)
                .param("stars", judgement.stars(), Types.INTEGER)
                .param("reason", judgement.stars() == null ? null : judgement.reason(), Types.VARCHAR)
                .param("model", judgement.model())
                .param("id", id.value())
                .param("member", judgement.member())
                .update();
        events.publishEvent(new ParticipantJudged(id, new PlaceCode(round.placeCode())));
    }

    /** Raises, lowers or takes back stars between two rounds, with a reason. */
    @PreAuthorize(MAY_WRITE)
    public AwardId change(
            Jurisdiction jurisdiction, Actor actor, AwardId with, AwardId id, int stars, LocalDate on, String reason) {
        if (queries.award(jurisdiction, with).isPresent()) {
            return with;
        }
        var award = queries.award(jurisdiction, id).orElseThrow(() -> new RatingNotFound(id));
        requireOwn(jurisdiction, actor, award.organisation());
        if (award.endedOn() != null) {
            throw new RatingRefused("stars", "ended", award.endedOn());
        }
        if (stars < 0 || stars > MOST_STARS || stars == award.stars()) {
            throw new RatingRefused("stars", "other-stars");
        }
        if (on.isAfter(today()) || on.isBefore(award.awardedOn())) {
            throw new RatingRefused("on", "day", award.awardedOn());
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new RatingRefused("reason", "reason", LONGEST);
        }
        end(award.awardId(), on);
        insertAward(with, award, stars, on, reason, actor);
        events.publishEvent(new StarsChanged(with, new PlaceCode(award.placeCode()), stars));
        return with;
    }

    /** The plaque was put up, or taken down. */
    @PreAuthorize(MAY_WRITE)
    public void plaque(Jurisdiction jurisdiction, Actor actor, AwardId id, boolean up) {
        var award = queries.award(jurisdiction, id).orElseThrow(() -> new RatingNotFound(id));
        requireOwn(jurisdiction, actor, award.organisation());
        if (up ? !award.isToBePutUp() : !award.isToBeTakenDown()) {
            return;
        }
        database.sql(
                        up
                                ? "update party_rating_award set plaque_on = :day where award_id = :id"
                                : "update party_rating_award set plaque_off = :day where award_id = :id")
                .param("day", today())
                .param("id", id.value())
                .update();
        events.publishEvent(new PlaqueChanged(id, new PlaceCode(award.placeCode()), up));
    }

    private void insertRound(RoundId id, OrganisationBrief branch, int year, Actor actor) {
        try {
            database.sql("""
                    insert into party_rating_round (round_id, place_code, organisation_id, rating_year, opened_on,
                      recorded_at, recorded_by, recorded_by_person)
                    values (:id, :place, :branch, :year, :on, :at, :by, :person)
                    """)
                    .param("id", id.value())
                    .param("place", branch.place().value())
                    .param("branch", branch.id().value())
                    .param("year", year)
                    .param("on", today())
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", actor.login())
                    .param("person", actor.holder())
                    .update();
        } catch (DuplicateKeyException atTheSameMoment) {
            throw new RatingRefused("organisation", "opened", String.valueOf(year));
        }
    }

    private int enlist(RoundId id, OrganisationBrief branch) {
        return database.sql("""
                insert into party_rating_participant (round_id, place_code, member_id)
                select :id, place_code, member_id from party_member
                where organisation_id = :branch and place_code = :place and ended_on is null
                """)
                .param("id", id.value())
                .param("branch", branch.id().value())
                .param("place", branch.place().value())
                .update();
    }

    private void write(RoundId id, String place, UUID member, Phase phase, String item, Counted counted) {
        database.sql("""
                insert into party_rating_score (round_id, place_code, member_id, phase, item_code, sheets, points)
                values (:id, :place, :member, :phase, :item, :sheets, :points)
                on conflict (round_id, member_id, phase, item_code)
                  do update set sheets = excluded.sheets, points = excluded.points
                """)
                .param("id", id.value())
                .param("place", place)
                .param("member", member)
                .param("phase", phase.name())
                .param("item", item)
                .param("sheets", counted.sheets())
                .param("points", counted.points())
                .update();
    }

    private void end(UUID award, LocalDate on) {
        database.sql("update party_rating_award set ended_on = :on where award_id = :id and ended_on is null")
                .param("on", on)
                .param("id", award)
                .update();
    }

    private void insertAward(AwardId id, AwardRow before, int stars, LocalDate on, String reason, Actor actor) {
        database.sql("""
                insert into party_rating_award (award_id, place_code, organisation_id, member_id, rating_year, round_id, stars,
                  model, awarded_on, reason, recorded_at, recorded_by, recorded_by_person)
                select :id, place_code, organisation_id, member_id, rating_year, round_id, :stars, model and :stars > 0, :on,
                  :reason, :at, :by, :person
                from party_rating_award where award_id = :before
                """)
                .param("id", id.value())
                .param("stars", stars)
                .param("on", on)
                .param("reason", reason)
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("person", actor.holder())
                .param("before", before.awardId())
                .update();
    }

    private RoundRow open(Jurisdiction jurisdiction, Actor actor, RoundId id) {
        var round = queries.find(jurisdiction, id).orElseThrow(() -> new RatingNotFound(id));
        requireOwn(jurisdiction, actor, round.organisation());
        if (round.decided()) {
            throw new RatingRefused(null, "decided");
        }
        return round;
    }

    private void requireParticipant(Jurisdiction jurisdiction, RoundId id, UUID member) {
        var known = database.sql("""
                select exists (select from party_rating_participant
                where round_id = :id and member_id = :member and place_code >= :lo and place_code < :hi)
                """)
                .param("id", id.value())
                .param("member", member)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new RatingNotFound(member);
        }
    }

    private OrganisationBrief own(Jurisdiction jurisdiction, Actor actor, OrganisationId id) {
        return organisations
                .ownBy(jurisdiction, actor, id)
                .filter(organisation -> organisation.kind().isBranch())
                .orElseThrow(() -> new OrganisationNotFound(id));
    }

    private void requireOwn(Jurisdiction jurisdiction, Actor actor, OrganisationId id) {
        if (organisations.ownBy(jurisdiction, actor, id).isEmpty()) {
            throw new RatingNotFound(id);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * What the committee says about a member.
     *
     * @param failedCondition the code of the condition he does not fulfil, or null
     * @param stars other than by the score, or null
     */
    public record Judgement(
            UUID member,
            @Nullable String failedCondition,
            @Nullable Integer stars,
            String reason,
            boolean model) {}
}
