package io.qiangcun.party.rating;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.rating.Criterion.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grades secretaries once a year: what the records measure is computed, the rest is given with a reason. */
@Service
@Transactional
public class SecretaryGrades {

    private static final String MAY_GRADE = "hasAuthority('" + PartyAuthorities.GRADE_SECRETARIES + "')";
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int LONGEST = 200;

    private static final String ROW = """
            select s.place_code, p.name as place_name, t.name as township_name, s.person_id, h.name, s.since, g.score,
              g.stars, g.pay_note, g.graded_on
            from party_post s join place p on p.place_code = s.place_code
              left join place t on t.place_code = left(s.place_code, 9) and length(s.place_code) > 9
              left join person h on h.person_id = s.person_id
              left join party_secretary_grade g on g.place_code = s.place_code and g.person_id = s.person_id
                and g.grade_year = :year
            where s.place_code >= :lo and s.place_code < :hi and s.track = 'PARTY' and s.role = 'HEAD' and s.ended_on is null
            """;

    private static final String BY_PLACE = "order by s.place_code";

    private final Scales scales;
    private final Metrics metrics;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecretaryGrades(
            Scales scales, Metrics metrics, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.scales = scales;
        this.metrics = metrics;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Place by place. */
    @PreAuthorize(RatingQueries.MAY_READ)
    @Transactional(readOnly = true)
    public Page<SecretaryRow> list(Jurisdiction jurisdiction, Pageable page) {
        return secretaries(jurisdiction).page(database, BY_PLACE, page, SecretaryRow.class);
    }

    @PreAuthorize(RatingQueries.MAY_READ)
    @Transactional(readOnly = true)
    public void read(Jurisdiction jurisdiction, Consumer<Iterable<SecretaryRow>> reader) {
        secretaries(jurisdiction).read(database, BY_PLACE, SecretaryRow.class, reader);
    }

    @PreAuthorize(RatingQueries.MAY_READ)
    @Transactional(readOnly = true)
    public Optional<SecretaryRow> find(Jurisdiction jurisdiction, PlaceCode place) {
        return secretaries(jurisdiction)
                .and("s.place_code = :place", "place", place.value())
                .page(database, BY_PLACE, Pageable.unpaged(), SecretaryRow.class)
                .stream()
                .findFirst();
    }

    /** What the records say about the place this year, and what is left to give. */
    @PreAuthorize(MAY_GRADE)
    @Transactional(readOnly = true)
    public List<GradeLine> lines(Jurisdiction jurisdiction, PlaceCode place) {
        var indicators = Scales.of(scales.criteria(place, today()), Kind.INDICATOR);
        var measured = measured(jurisdiction, place, indicators);
        return indicators.stream().map(indicator -> line(indicator, measured)).toList();
    }

    /** The lines of a grade that was given. */
    @PreAuthorize(RatingQueries.MAY_READ)
    @Transactional(readOnly = true)
    public List<GradeLine> given(Jurisdiction jurisdiction, PlaceCode place, UUID person, int year) {
        return database.sql("""
                select l.code, l.position, l.title, l.most, l.target is not null as by_records, l.measured, l.target,
                  l.points, l.reason
                from party_secretary_line l join party_secretary_grade g on g.grade_id = l.grade_id
                where g.place_code >= :lo and g.place_code < :hi and g.place_code = :place and g.person_id = :person
                  and g.grade_year = :year
                order by l.position
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("place", place.value())
                .param("person", person)
                .param("year", year)
                .query(GradeLine.class)
                .list();
    }

    /** Once a year, by those above. */
    @PreAuthorize(MAY_GRADE)
    public void grade(
            Jurisdiction jurisdiction,
            Actor actor,
            UUID id,
            PlaceCode place,
            Map<String, Given> given,
            String payNote) {
        var secretary = find(jurisdiction, place).orElseThrow(() -> new RatingNotFound(place));
        if (jurisdiction.equals(Jurisdiction.within(place))) {
            throw new RatingRefused(null, "own-grade");
        }
        if (actor.holder().equals(secretary.name())) {
            throw new RatingRefused(null, "oneself");
        }
        if (secretary.gradedOn() != null) {
            throw new RatingRefused(null, "graded", secretary.gradedOn());
        }
        if (payNote.isBlank() || payNote.length() > LONGEST) {
            throw new RatingRefused("payNote", "reason", LONGEST);
        }
        var lines = judged(lines(jurisdiction, place), given);
        var score = GradeLine.score(lines);
        var stars = Scale.starsFor(Scales.of(scales.criteria(place, today()), Kind.GRADE), score);
        insert(actor, id, secretary, score, stars, payNote);
        lines.forEach(line -> insert(id, place, line));
        events.publishEvent(new SecretaryGraded(id, place, today().getYear()));
    }

    private List<GradeLine> judged(List<GradeLine> lines, Map<String, Given> given) {
        var problems = new ArrayList<Problem>();
        var judged = new ArrayList<GradeLine>();
        for (var line : lines) {
            if (line.byRecords()) {
                judged.add(line);
                continue;
            }
            var points = given.containsKey(line.code()) ? given.get(line.code()).points() : null;
            var reason = given.containsKey(line.code()) ? given.get(line.code()).reason() : "";
            if (points == null || points.signum() < 0 || points.compareTo(line.most()) > 0) {
                problems.add(
                        RatingRefused.at("given[" + line.code() + "].points", "points", line.title(), line.most()));
            }
            if (reason.isBlank() || reason.length() > LONGEST) {
                problems.add(RatingRefused.at("given[" + line.code() + "].reason", "reason", LONGEST));
            }
            judged.add(new GradeLine(
                    line.code(), line.position(), line.title(), line.most(), false, null, null, points, reason));
        }
        if (!problems.isEmpty()) {
            throw new RatingRefused(problems);
        }
        return judged;
    }

    /** An indicator about which nothing was recorded is left out: unknown is not nothing. */
    private static GradeLine line(Criterion indicator, Map<String, BigDecimal> measured) {
        var target = indicator.target();
        var value = measured.get(indicator.code());
        return new GradeLine(
                indicator.code(),
                indicator.position(),
                indicator.title(),
                indicator.amount(),
                target != null,
                value,
                target,
                target == null || value == null ? null : GradeLine.pointsFor(indicator.amount(), value, target),
                "");
    }

    private Map<String, BigDecimal> measured(Jurisdiction jurisdiction, PlaceCode place, List<Criterion> indicators) {
        var codes = indicators.stream()
                .flatMap(indicator -> Stream.of(indicator.metric(), indicator.metricOf()))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList();
        var sums = new HashMap<String, BigDecimal>();
        if (!codes.isEmpty()) {
            var now = YearMonth.now(clock);
            metrics.series(jurisdiction.narrowedTo(place), now.withMonth(1), now, codes)
                    .values()
                    .forEach(month -> month.forEach((code, value) -> add(sums, code, value)));
        }
        var measured = new HashMap<String, BigDecimal>();
        for (var indicator : indicators) {
            var value = valueOf(indicator, sums);
            if (value != null) {
                measured.put(indicator.code(), value);
            }
        }
        return measured;
    }

    private static void add(Map<String, BigDecimal> sums, String code, MetricValue value) {
        var number = value.number();
        if (number != null) {
            sums.merge(code, number, BigDecimal::add);
        }
    }

    private static @Nullable BigDecimal valueOf(Criterion indicator, Map<String, BigDecimal> sums) {
        var sum = sums.get(String.valueOf(indicator.metric()));
        if (indicator.metricOf() == null) {
            return sum;
        }
        var of = sums.get(indicator.metricOf());
        if (of == null || of.signum() == 0) {
            return null;
        }
        return (sum == null ? BigDecimal.ZERO : sum).multiply(PERCENT).divide(of, 1, RoundingMode.HALF_UP);
    }

    private void insert(Actor actor, UUID id, SecretaryRow secretary, BigDecimal score, int stars, String payNote) {
        var written = database.sql("""
                insert into party_secretary_grade (grade_id, place_code, person_id, grade_year, score, stars, pay_note,
                  graded_on, recorded_at, recorded_by, recorded_by_person)
                values (:id, :place, :person, :year, :score, :stars, :note, :on, :at, :by, :holder)
                on conflict do nothing
                """)
                .param("id", id)
                .param("place", secretary.placeCode())
                .param("person", secretary.personId())
                .param("year", today().getYear())
                .param("score", score)
                .param("stars", stars)
                .param("note", payNote)
                .param("on", today())
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("holder", actor.holder())
                .update();
        if (written == 0) {
            throw new RatingRefused(null, "graded", today());
        }
    }

    private void insert(UUID id, PlaceCode place, GradeLine line) {
        database.sql("""
                insert into party_secretary_line (grade_id, place_code, code, position, title, most, measured, target, points,
                  reason)
                values (:id, :place, :code, :position, :title, :most, :measured, :target, :points, :reason)
                """)
                .param("id", id)
                .param("place", place.value())
                .param("code", line.code())
                .param("position", line.position())
                .param("title", line.title())
                .param("most", line.most())
                .param("measured", line.measured(), Types.NUMERIC)
                .param("target", line.target(), Types.NUMERIC)
                .param("points", line.points(), Types.NUMERIC)
                .param("reason", line.reason())
                .update();
    }

    private ScopedList secretaries(Jurisdiction jurisdiction) {
        return ScopedList.of(ROW, jurisdiction).with("year", today().getYear());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Points given, with the reason. */
    public record Given(@Nullable BigDecimal points, String reason) {}
}
