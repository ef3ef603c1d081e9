package io.qiangcun.party.post;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.PartyRules;
import io.qiangcun.party.post.StructureOverview.Band;
import io.qiangcun.party.post.StructureOverview.Gap;
import io.qiangcun.party.post.StructureOverview.Heads;
import io.qiangcun.party.post.StructureOverview.RuleCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
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
              s.track, s.role, s.dispatched, s.since, s.suspended_until, s.ended_on, s.ending
            from party_post s left join person h on h.person_id = s.person_id
            where s.place_code >= :lo and s.place_code < :hi
            """;

    private static final String IN_ORDER =
            " order by s.place_code, s.track, array_position(array['HEAD', 'DEPUTY', 'ORDINARY'], s.role), s.since, h.name";

    private static final String VILLAGE = """
            select p.place_code, p.name as place_name, coalesce(t.name, '') as township_name
            from place p left join place t on t.place_code = left(p.place_code, 9)
            where p.place_code >= :lo and p.place_code < :hi
            """;

    private static final String HELD = """
            select s.place_code, p.name as place_name, t.name as township_name, s.person_id, h.name, h.sex, h.born_on,
              h.education, exists (select from party_member m where m.person_id = s.person_id and m.ended_on is null) as member,
              s.track, s.role, s.dispatched, s.since
            from party_post s
              join place p on p.place_code = s.place_code
              left join place t on t.place_code = left(s.place_code, 9) and length(s.place_code) > 9
              left join person h on h.person_id = s.person_id
            where s.place_code >= :lo and s.place_code < :hi and s.ended_on is null
            """;

    /** In whole years. */
    private static final String AGE = "extract(year from age(cast(:today as date), h.born_on))";

    /** Everybody once, whatever posts he holds. */
    private static final String BY_SEX = """
            count(distinct h.person_id) filter (where h.sex = 'FEMALE') as women,
            count(distinct h.person_id) filter (where h.sex = 'MALE') as men
            from party_post s join person h on h.person_id = s.person_id
            where s.place_code >= :lo and s.place_code < :hi and s.ended_on is null
            """;

    private final JdbcClient database;
    private final PartyRules rules;
    private final Clock clock;

    StructureQueries(JdbcClient database, PartyRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /** What stands beside the figures; three statements, however many villages. */
    @PreAuthorize(MAY_READ)
    public StructureOverview overview(Jurisdiction jurisdiction) {
        var today = LocalDate.now(clock);
        var applied = bound("""
                        with checks as materialized (
                          select code, title, basis_text, number, place_code, place_name, met
                          from party_structure_check(:lo, :hi, :today) where category = 'VILLAGE'
                        )
                        select code, title, basis_text, number, null as place_code, null as place_name, null as township_name,
                          count(*) filter (where met) as met, count(*) filter (where not met) as unmet
                        from checks group by code, title, basis_text, number
                        union all
                        select c.code, c.title, c.basis_text, c.number, c.place_code, c.place_name, t.name, 0, 1
                        from checks c left join place t on t.place_code = left(c.place_code, 9) where not c.met
                        order by number, code, place_code
                        """, jurisdiction)
                .param("today", today)
                .query(Applied.class)
                .list();
        var bands = bands(jurisdiction, today);
        return new StructureOverview(
                applied.stream()
                        .filter(one -> one.placeCode() == null)
                        .map(Applied::count)
                        .toList(),
                applied.stream()
                        .filter(one -> one.placeCode() != null)
                        .collect(groupingBy(one -> String.valueOf(one.placeCode()), TreeMap::new, toList()))
                        .values()
                        .stream()
                        .map(Applied::gap)
                        .toList(),
                bound("""
                        select v.place_code, v.place_name, t.name as township_name, v.secretary is not null as secretary,
                          v.director is not null as director, v.dispatched
                        from party_village_heads(:lo, :hi, :today) v left join place t on t.place_code = left(v.place_code, 9)
                        where v.secretary = v.director is not true
                        order by v.place_code
                        """, jurisdiction)
                        .param("today", today)
                        .query(Heads.class)
                        .list(),
                ages(bands, young(today)),
                educations(bands));
    }

    /** Every village against every rule, for a spreadsheet; in the order of their codes. */
    @PreAuthorize(MAY_READ)
    public List<VillageStructure> villages(Jurisdiction jurisdiction) {
        var today = LocalDate.now(clock);
        var posts = bound(POSTS + " and s.ended_on is null" + IN_ORDER, jurisdiction).query(PostRow.class).stream()
                .collect(groupingBy(PostRow::placeCode));
        var checks = checks(jurisdiction, today);
        return bound(VILLAGE + " and p.category = 'VILLAGE' and p.valid_to is null order by p.place_code", jurisdiction)
                .query(Village.class)
                .stream()
                .map(village -> village.with(
                        posts.getOrDefault(village.placeCode(), List.of()),
                        checks.getOrDefault(village.placeCode(), List.of())))
                .toList();
    }

    /** One village with its posts and checks. */
    @PreAuthorize(MAY_READ)
    public Optional<VillageStructure> village(Jurisdiction jurisdiction, PlaceCode place) {
        return bound(VILLAGE + " and p.place_code = :place and p.category in ('VILLAGE', 'COMMUNITY')", jurisdiction)
                .param("place", place.value())
                .query(Village.class)
                .optional()
                .map(village -> village.with(
                        held(jurisdiction, place),
                        checks(jurisdiction.narrowedTo(place), LocalDate.now(clock))
                                .getOrDefault(place.value(), List.of())));
    }

    private Map<String, List<StructureCheck>> checks(Jurisdiction jurisdiction, LocalDate today) {
        return bound(
                        "select * from party_structure_check(:lo, :hi, :today) order by place_code, number, code",
                        jurisdiction)
                .param("today", today)
                .query((row, number) -> Map.entry(
                        row.getString("place_code"),
                        new StructureCheck(
                                row.getString("code"),
                                row.getString("title"),
                                row.getString("basis_text"),
                                row.getLong("matching"),
                                row.getLong("people"),
                                texts(row, "names"),
                                row.getBoolean("met"))))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Posts held now, village by village. */
    @PreAuthorize(MAY_READ)
    public Page<HeldPost> list(Jurisdiction jurisdiction, PostFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, IN_ORDER, page, HeldPost.class);
    }

    /** All of them, handed over while they are read. */
    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, PostFilter filter, Consumer<Iterable<HeldPost>> reader) {
        listed(jurisdiction, filter).read(database, IN_ORDER, HeldPost.class, reader);
    }

    private ScopedList listed(Jurisdiction jurisdiction, PostFilter filter) {
        return ScopedList.of(HELD, jurisdiction)
                .with("today", LocalDate.now(clock))
                .and("s.track = :track", "track", filter.track())
                .and("s.role = :role", "role", filter.role())
                .and("h.sex = :sex", "sex", filter.sex())
                .and("h.education = :education", "education", filter.education())
                .and(AGE + " >= :from", "from", filter.fromAge())
                .and(AGE + " <= :to", "to", filter.toAge())
                .and("strpos(concat_ws(' ', h.name, p.name), :text) > 0", "text", filter.text());
    }

    /** Who holds posts at exactly this place. */
    List<PostRow> held(Jurisdiction jurisdiction, PlaceCode place) {
        return bound(POSTS + " and s.place_code = :place and s.ended_on is null" + IN_ORDER, jurisdiction)
                .param("place", place.value())
                .query(PostRow.class)
                .list();
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

    /** Everybody by age and by education, in one pass. */
    private List<Step> bands(Jurisdiction jurisdiction, LocalDate today) {
        return bound(
                        "select least(greatest(ceil((" + AGE + " - :young) / :band::numeric), 0), :last)::int as age, "
                                + "array_position(cast(:order as text[]), h.education) - 1 as education, " + BY_SEX
                                + " group by grouping sets ((1), (2))",
                        jurisdiction)
                .param("today", today)
                .param("young", young(today))
                .param("band", BAND)
                .param("last", BANDS)
                .param(
                        "order",
                        Arrays.stream(Education.values()).map(Enum::name).toArray(String[]::new))
                .query(Step.class)
                .list();
    }

    private int young(LocalDate today) {
        return rules.rule("party.member.young-age", today).wholeNumber();
    }

    private static List<Band> ages(List<Step> bands, int young) {
        return IntStream.rangeClosed(0, BANDS)
                .mapToObj(step -> {
                    var from = step == 0 ? null : Integer.valueOf(young + (step - 1) * BAND + 1);
                    var to = step == BANDS ? null : Integer.valueOf(young + step * BAND);
                    var query = (from == null ? "" : "fromAge=" + from + "&") + (to == null ? "" : "toAge=" + to);
                    var label = from == null
                            ? "party.post.age.to"
                            : to == null ? "party.post.age.above" : "party.post.age.between";
                    return Step.at(bands, Step::age, step).band(label, from, to, query);
                })
                .toList();
    }

    private static List<Band> educations(List<Step> bands) {
        return Arrays.stream(Education.values())
                .map(education -> Step.at(bands, Step::education, education.ordinal())
                        .band(education.messageKey(), null, null, "education=" + education))
                .toList();
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private record Village(String placeCode, String placeName, String townshipName) {

        VillageStructure with(List<PostRow> posts, List<StructureCheck> checks) {
            return new VillageStructure(placeCode, placeName, townshipName, posts, checks);
        }
    }

    /** One rule applied to all villages, or to one that falls short of it. */
    private record Applied(
            String code,
            String title,
            String basisText,
            @Nullable String placeCode,
            @Nullable String placeName,
            @Nullable String townshipName,
            long met,
            long unmet) {

        RuleCount count() {
            return new RuleCount(code, title, basisText, met, unmet);
        }

        static Gap gap(List<Applied> ofVillage) {
            var village = ofVillage.get(0);
            return new Gap(
                    String.valueOf(village.placeCode),
                    String.valueOf(village.placeName),
                    village.townshipName,
                    ofVillage.stream().map(Applied::title).toList());
        }
    }

    /** One step of either pyramid. */
    private record Step(@Nullable Integer age, @Nullable Integer education, long women, long men) {

        static Step at(List<Step> bands, Function<Step, @Nullable Integer> pyramid, int step) {
            return bands.stream()
                    .filter(band -> Objects.equals(pyramid.apply(band), step))
                    .findFirst()
                    .orElse(new Step(null, null, 0, 0));
        }

        Band band(String labelKey, @Nullable Integer from, @Nullable Integer to, String query) {
            return new Band(labelKey, from, to, query, women, men);
        }
    }

    /** Somebody to choose. */
    public record Candidate(UUID personId, String name, LocalDate bornOn) {}
}
