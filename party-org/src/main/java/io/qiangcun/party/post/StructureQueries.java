package io.qiangcun.party.post;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.PartyRules;
import io.qiangcun.party.post.StructureOverview.Band;
import io.qiangcun.party.post.StructureOverview.RuleCount;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads posts and holds the committees against the rules. */
@Service
@Transactional(readOnly = true)
public class StructureQueries {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_POSTS + "')";
    private static final int BAND = 10;
    private static final int BANDS = 3;

    private static final String POSTS = """
            select s.post_id, s.version, s.place_code, s.person_id, h.name, h.sex, h.born_on, h.education,
              exists (select from party_member m where m.person_id = s.person_id and m.ended_on is null) as member,
              s.track, s.role, s.dispatched, s.since, s.ended_on, s.ending
            from party_post s left join person h on h.person_id = s.person_id
            where s.place_code >= :lo and s.place_code < :hi
            """;

    private static final String IN_ORDER =
            " order by s.place_code, s.track, array_position(array['HEAD', 'DEPUTY', 'ORDINARY'], s.role), s.since, h.name";

    private final JdbcClient database;
    private final PartyRules rules;
    private final Clock clock;

    StructureQueries(JdbcClient database, PartyRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /** All villages, in the order of their codes; five statements, however many. */
    @PreAuthorize(MAY_READ)
    public StructureOverview overview(Jurisdiction jurisdiction) {
        var today = LocalDate.now(clock);
        var age = youngAge(today);
        var ruled = rules(jurisdiction, today);
        var posts = bound(POSTS + " and s.ended_on is null" + IN_ORDER, jurisdiction)
                .query(PostRow.class)
                .list();
        var byPlace = posts.stream().collect(Collectors.groupingBy(PostRow::placeCode));
        var villages = bound("""
                select p.place_code, p.name as place_name, coalesce(t.name, '') as township_name
                from place p left join place t on t.place_code = left(p.place_code, 9)
                where p.place_code >= :lo and p.place_code < :hi and p.category = 'VILLAGE' and p.valid_to is null
                order by p.place_code
                """, jurisdiction).query(Village.class).list().stream()
                .map(village ->
                        structure(village, byPlace.getOrDefault(village.placeCode(), List.of()), ruled, today, age))
                .toList();
        var organisations = bound(
                        "select count(*) from party_organisation where place_code >= :lo and place_code < :hi"
                                + " and dissolved_on is null",
                        jurisdiction)
                .query(Long.class)
                .single();
        var holders = List.copyOf(posts.stream()
                .collect(Collectors.toMap(PostRow::personId, Function.identity(), (one, other) -> one))
                .values());
        return new StructureOverview(
                organisations,
                villages,
                ruled.stream()
                        .map(rule -> new RuleCount(
                                rule,
                                villages.stream()
                                        .flatMap(village -> village.checks().stream())
                                        .filter(check -> check.rule().equals(rule) && check.met())
                                        .count()))
                        .toList(),
                ages(holders, today, age),
                educations(holders),
                holders.size());
    }

    /** One village with its posts and checks. */
    @PreAuthorize(MAY_READ)
    public Optional<VillageStructure> village(Jurisdiction jurisdiction, PlaceCode place) {
        var today = LocalDate.now(clock);
        return bound("""
                select p.place_code, p.name as place_name, coalesce(t.name, '') as township_name
                from place p left join place t on t.place_code = left(p.place_code, 9)
                where p.place_code >= :lo and p.place_code < :hi and p.place_code = :place
                  and p.category in ('VILLAGE', 'COMMUNITY')
                """, jurisdiction)
                .param("place", place.value())
                .query(Village.class)
                .optional()
                .map(village -> structure(
                        village,
                        bound(POSTS + " and s.place_code = :place and s.ended_on is null" + IN_ORDER, jurisdiction)
                                .param("place", place.value())
                                .query(PostRow.class)
                                .list(),
                        rules(jurisdiction, today),
                        today,
                        youngAge(today)));
    }

    /** Who held posts in the village before, latest first. */
    @PreAuthorize(MAY_READ)
    public List<PostRow> former(Jurisdiction jurisdiction, PlaceCode place) {
        return bound(
                        POSTS + " and s.place_code = :place and s.ended_on is not null order by s.ended_on desc",
                        jurisdiction)
                .param("place", place.value())
                .query(PostRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<PostRow> post(Jurisdiction jurisdiction, PostId id) {
        return bound(POSTS + " and s.post_id = :id", jurisdiction)
                .param("id", id.value())
                .query(PostRow.class)
                .optional();
    }

    /** Persons of the village who may take a post. */
    @PreAuthorize(MAY_READ)
    public List<Candidate> candidates(Jurisdiction jurisdiction, PlaceCode place) {
        return bound("""
                select person_id, name, born_on from person
                where place_code >= :lo and place_code < :hi and place_code = :place
                  and left_on is null and died_on is null
                order by name, born_on
                """, jurisdiction)
                .param("place", place.value())
                .query(Candidate.class)
                .list();
    }

    /** The posts somebody holds and held. */
    List<PostRow> of(Jurisdiction jurisdiction, PersonId person) {
        return bound(POSTS + " and s.person_id = :person order by s.since", jurisdiction)
                .param("person", person.value())
                .query(PostRow.class)
                .list();
    }

    private VillageStructure structure(
            Village village, List<PostRow> posts, List<StructureRule> ruled, LocalDate today, int age) {
        var secretary = head(posts, Track.PARTY);
        var director = head(posts, Track.VILLAGERS);
        return new VillageStructure(
                village.placeCode(),
                village.placeName(),
                village.townshipName(),
                posts,
                ruled.stream().map(rule -> rule.check(posts, today, age)).toList(),
                secretary.isPresent() && secretary.map(PostRow::personId).equals(director.map(PostRow::personId)),
                secretary.map(PostRow::dispatched).orElse(false));
    }

    private static Optional<PostRow> head(List<PostRow> posts, Track track) {
        return posts.stream()
                .filter(post -> post.track() == track && post.role() == PostRole.HEAD)
                .findFirst();
    }

    private List<StructureRule> rules(Jurisdiction jurisdiction, LocalDate on) {
        return database.sql("""
                select code, title, body, feature, unit, more_than, basis_text from party_structure_rule
                where valid_from <= :on and (valid_to is null or valid_to > :on)
                  and (within = '' or starts_with(:place, within))
                order by position, code
                """)
                .param("on", on)
                .param("place", jurisdiction.lo())
                .query(StructureRule.class)
                .list();
    }

    private int youngAge(LocalDate today) {
        return rules.rule("party.member.young-age", today).wholeNumber();
    }

    private static List<Band> ages(List<PostRow> holders, LocalDate today, int young) {
        var bands = new ArrayList<Band>();
        bands.add(band("party.post.age.to", young, holders, post -> ageOf(post, today) <= young));
        for (var n = 0; n < BANDS - 1; n++) {
            var to = young + (n + 1) * BAND;
            bands.add(band(
                    "party.post.age.to",
                    to,
                    holders,
                    post -> ageOf(post, today) > to - BAND && ageOf(post, today) <= to));
        }
        var oldest = young + (BANDS - 1) * BAND;
        bands.add(band("party.post.age.above", oldest, holders, post -> ageOf(post, today) > oldest));
        return bands;
    }

    private static int ageOf(PostRow post, LocalDate today) {
        return post.bornOn() == null ? -1 : post.bornOn().until(today).getYears();
    }

    private static List<Band> educations(List<PostRow> holders) {
        return Arrays.stream(Education.values())
                .map(education -> band(education.messageKey(), 0, holders, post -> post.education() == education))
                .toList();
    }

    private static Band band(String key, int argument, List<PostRow> holders, Predicate<PostRow> belongs) {
        Map<Boolean, Long> counted = holders.stream()
                .filter(post -> post.bornOn() != null)
                .filter(belongs)
                .collect(Collectors.partitioningBy(post -> post.sex() == Sex.FEMALE, Collectors.counting()));
        return new Band(key, argument, counted.getOrDefault(true, 0L), counted.getOrDefault(false, 0L));
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private record Village(String placeCode, String placeName, String townshipName) {}

    /** Somebody to choose. */
    public record Candidate(UUID personId, String name, LocalDate bornOn) {}
}
