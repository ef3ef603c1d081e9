package io.qiangcun.party.rating;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.rating.Scale.Counted;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads rounds and stars: by branch and name, in no other order. */
@Service
@Transactional(readOnly = true)
public class RatingQueries {

    static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_RATINGS + "')";

    private static final String ROUND = """
            select r.round_id, r.place_code, p.name as place_name, r.organisation_id, o.name as organisation_name,
              r.rating_year, r.opened_on,
              (select count(*) from party_rating_participant k where k.round_id = r.round_id) as participants,
              (select count(distinct s.member_id) from party_rating_score s
                where s.round_id = r.round_id and s.phase = 'SELF') as self_rated,
              (select count(distinct s.member_id) from party_rating_score s
                where s.round_id = r.round_id and s.phase = 'REVIEW') as reviewed,
              (select min(s.title) from procedure_step s
                where s.case_id = r.round_id and s.state in ('OPEN', 'PUBLIC')) as step,
              exists (select from procedure_step s
                where s.case_id = r.round_id and s.step_code = 'decide' and s.state = 'DONE') as decided,
              exists (select from party_rating_award a where a.round_id = r.round_id) as awarded
            from party_rating_round r join party_organisation o on o.organisation_id = r.organisation_id
              join place p on p.place_code = r.place_code
            where r.place_code >= :lo and r.place_code < :hi
            """;

    private static final String AWARD = """
            select a.award_id, a.place_code, p.name as place_name, a.organisation_id, o.name as organisation_name,
              a.member_id, h.name, a.rating_year, a.stars, a.model, a.awarded_on, a.reason, a.ended_on, a.plaque_on,
              a.plaque_off
            from party_rating_award a join party_organisation o on o.organisation_id = a.organisation_id
              join place p on p.place_code = a.place_code
              left join party_member m on m.member_id = a.member_id
              left join person h on h.person_id = m.person_id
            where a.place_code >= :lo and a.place_code < :hi
            """;

    private static final String BY_NAME = "order by a.place_code, o.name, h.name, a.awarded_on desc, a.award_id";

    private final OrganisationQueries organisations;
    private final Scales scales;
    private final JdbcClient database;

    RatingQueries(OrganisationQueries organisations, Scales scales, JdbcClient database) {
        this.organisations = organisations;
        this.scales = scales;
        this.database = database;
    }

    /** The latest year first, then place by place. */
    @PreAuthorize(MAY_READ)
    public Page<RoundRow> rounds(Jurisdiction jurisdiction, Pageable page) {
        return ScopedList.of(ROUND, jurisdiction)
                .page(database, "order by r.rating_year desc, r.place_code, o.name", page, RoundRow.class);
    }

    @PreAuthorize(MAY_READ)
    public Optional<RoundRow> round(Jurisdiction jurisdiction, RoundId id) {
        return find(jurisdiction, id);
    }

    /** By name. */
    @PreAuthorize(MAY_READ)
    public List<ParticipantRow> participants(Jurisdiction jurisdiction, RoundId id) {
        return judged(jurisdiction, id);
    }

    /** What the sheets of one kind add up to for a member, by the codes of items. */
    @PreAuthorize(MAY_READ)
    public Map<String, Counted> counted(Jurisdiction jurisdiction, RoundId id, UUID member, Phase phase) {
        var counted = new HashMap<String, Counted>();
        scores(jurisdiction, id).stream()
                .filter(score ->
                        score.memberId().equals(member) && score.phase().equals(phase.name()))
                .forEach(score -> counted.put(score.itemCode(), new Counted(score.sheets(), score.points())));
        return counted;
    }

    /** Stars that count now, or all that ever were of a member. */
    @PreAuthorize(MAY_READ)
    public Page<AwardRow> awards(Jurisdiction jurisdiction, AwardFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, BY_NAME, page, AwardRow.class);
    }

    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, AwardFilter filter, Consumer<Iterable<AwardRow>> reader) {
        listed(jurisdiction, filter).read(database, BY_NAME, AwardRow.class, reader);
    }

    @PreAuthorize(MAY_READ)
    public Optional<AwardRow> award(Jurisdiction jurisdiction, AwardId id) {
        return ScopedList.of(AWARD, jurisdiction)
                .and("a.award_id = :id", "id", id.value())
                .page(database, BY_NAME, Pageable.unpaged(), AwardRow.class)
                .stream()
                .findFirst();
    }

    /** What has to be put up or taken down. */
    @PreAuthorize(MAY_READ)
    public List<AwardRow> plaques(Jurisdiction jurisdiction) {
        return ScopedList.of(AWARD, jurisdiction)
                .and(
                        "(a.plaque_on is null and a.ended_on is null and a.stars > 0"
                                + " or a.plaque_on is not null and a.plaque_off is null and (a.ended_on is not null or a.stars = 0))")
                .page(database, BY_NAME, Pageable.ofSize(500), AwardRow.class)
                .getContent();
    }

    /** Branches the account rates. */
    @PreAuthorize(MAY_READ)
    public List<OrganisationBrief> ownBranches(Jurisdiction jurisdiction, Actor actor) {
        return organisations.ownBy(jurisdiction, actor).stream()
                .filter(organisation -> organisation.kind().isBranch())
                .toList();
    }

    Optional<RoundRow> find(Jurisdiction jurisdiction, RoundId id) {
        return ScopedList.of(ROUND, jurisdiction)
                .and("r.round_id = :id", "id", id.value())
                .page(database, "order by r.round_id", Pageable.unpaged(), RoundRow.class)
                .stream()
                .findFirst();
    }

    /** The stars a person has and had, in whatever branch. */
    List<AwardRow> of(Jurisdiction jurisdiction, PersonId person) {
        return ScopedList.of(AWARD, jurisdiction)
                .and(
                        "a.member_id in (select member_id from party_member where person_id = :person)",
                        "person",
                        person.value())
                .page(database, "order by a.awarded_on desc", Pageable.unpaged(), AwardRow.class)
                .getContent();
    }

    /** With what the sheets give, by the scale of the day the round was opened. */
    List<ParticipantRow> judged(Jurisdiction jurisdiction, RoundId id) {
        var scale = find(jurisdiction, id)
                .map(round -> scales.scale(new PlaceCode(round.placeCode()), round.openedOn()))
                .orElseThrow(() -> new RatingNotFound(id));
        var sheets = new HashMap<UUID, Map<Phase, Map<String, Counted>>>();
        scores(jurisdiction, id).forEach(score -> sheets.computeIfAbsent(score.memberId(), any -> new HashMap<>())
                .computeIfAbsent(Phase.valueOf(score.phase()), any -> new HashMap<>())
                .put(score.itemCode(), new Counted(score.sheets(), score.points())));
        return database
                .sql("""
                select k.member_id, coalesce(h.name, '—') as name, k.failed_condition, k.failed_reason, k.stars,
                  k.stars_reason, k.model
                from party_rating_participant k join party_member m on m.member_id = k.member_id
                  left join person h on h.person_id = m.person_id
                where k.round_id = :id and k.place_code >= :lo and k.place_code < :hi
                order by h.name, k.member_id
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Judgement.class)
                .list()
                .stream()
                .map(judgement -> judgement.row(scale, sheets.getOrDefault(judgement.memberId(), Map.of())))
                .toList();
    }

    private List<Score> scores(Jurisdiction jurisdiction, RoundId id) {
        return database.sql("""
                select member_id, phase, item_code, sheets, points from party_rating_score
                where round_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Score.class)
                .list();
    }

    private static ScopedList listed(Jurisdiction jurisdiction, AwardFilter filter) {
        return ScopedList.of(AWARD, jurisdiction)
                .andIf(!filter.former(), "a.ended_on is null")
                .and(
                        "a.organisation_id = :organisation",
                        "organisation",
                        filter.organisation() == null
                                ? null
                                : filter.organisation().value())
                .and("a.stars = :stars", "stars", filter.stars())
                .and("strpos(concat_ws(' ', h.name, o.name, p.name), :text) > 0", "text", filter.text());
    }

    private record Score(UUID memberId, String phase, String itemCode, int sheets, BigDecimal points) {}

    private record Judgement(
            UUID memberId,
            String name,
            @Nullable String failedCondition,
            @Nullable String failedReason,
            @Nullable Integer stars,
            @Nullable String starsReason,
            boolean model) {

        ParticipantRow row(Scale scale, Map<Phase, Map<String, Counted>> sheets) {
            var self = sheets.getOrDefault(Phase.SELF, Map.of());
            var review = sheets.getOrDefault(Phase.REVIEW, Map.of());
            var all = new HashMap<>(self);
            review.forEach((item, counted) -> all.merge(item, counted, Counted::plus));
            var complete = scale.isComplete(self) && scale.isComplete(review);
            var score = complete ? scale.score(all) : null;
            var given = failedCondition != null
                    ? Integer.valueOf(0)
                    : stars != null ? stars : score == null ? null : Integer.valueOf(scale.starsFor(score));
            return new ParticipantRow(
                    memberId,
                    name,
                    sheetsOf(self),
                    sheetsOf(review),
                    score,
                    given,
                    starsReason,
                    failedCondition,
                    failedReason,
                    model);
        }

        private static int sheetsOf(Map<String, Counted> counted) {
            return counted.values().stream().mapToInt(Counted::sheets).max().orElse(0);
        }
    }
}
