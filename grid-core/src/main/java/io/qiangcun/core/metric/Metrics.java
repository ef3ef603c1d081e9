package io.qiangcun.core.metric;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.metric.MetricDefinition.Ratio;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers every question for a number. The open month is counted live, a locked month is read as it was stored; both
 * come from the same rows.
 */
@Service
@Transactional(readOnly = true)
public class Metrics {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient database;
    private final MetricCatalogue catalogue;
    private final RememberedSums remembered;
    private final PlannedOnce plannedOnce;
    private final ObjectProvider<MonthsReported> reported;
    private final Clock clock;

    Metrics(
            JdbcClient database,
            MetricCatalogue catalogue,
            RememberedSums remembered,
            PlannedOnce plannedOnce,
            ObjectProvider<MonthsReported> reported,
            Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.remembered = remembered;
        this.plannedOnce = plannedOnce;
        this.reported = reported;
        this.clock = clock;
    }

    /** Values of one place with all that lies in it. */
    public Map<String, MetricValue> values(
            Jurisdiction jurisdiction, PlaceCode place, YearMonth month, Collection<String> codes) {
        return table(jurisdiction.narrowedTo(place), place.kind(), List.of(place), month, codes)
                .values()
                .getOrDefault(place, Map.of());
    }

    /** What the rows say now, even if the month is locked: what drift is measured against. */
    public Map<String, MetricValue> live(
            Jurisdiction jurisdiction, PlaceCode place, YearMonth month, Collection<String> codes) {
        return live(
                jurisdiction,
                place,
                month,
                codes,
                silentPlaces(jurisdiction, month).contains(place));
    }

    /** What the rows say now, for a place that is just about to report: what it says is known, zero included. */
    public Map<String, MetricValue> reported(
            Jurisdiction jurisdiction, PlaceCode place, YearMonth month, Collection<String> codes) {
        return live(jurisdiction, place, month, codes, false);
    }

    private Map<String, MetricValue> live(
            Jurisdiction jurisdiction, PlaceCode place, YearMonth month, Collection<String> codes, boolean silent) {
        var sums = count(jurisdiction.narrowedTo(place), place.kind(), month, codes);
        return valuesOf(codes, sums.getOrDefault(place, Map.of()), silent);
    }

    /** Values of several places of one level side by side, and of the jurisdiction as a whole; one count for both. */
    public MetricTable table(
            Jurisdiction jurisdiction,
            PlaceKind level,
            Collection<PlaceCode> places,
            YearMonth month,
            Collection<String> codes) {
        var locked = isLocked(jurisdiction, month);
        var sums = locked ? stored(jurisdiction, level, month, codes) : count(jurisdiction, level, month, codes);
        var silentPlaces = silentPlaces(jurisdiction, month);
        var values = new LinkedHashMap<PlaceCode, Map<String, MetricValue>>();
        var silent = new HashMap<PlaceCode, Integer>();
        for (var place : places) {
            values.put(place, valuesOf(codes, sums.getOrDefault(place, Map.of()), silentPlaces.contains(place)));
            silent.put(
                    place, (int) silentPlaces.stream().filter(place::contains).count());
        }
        var whole = locked ? storedWhole(jurisdiction, sums) : wholeOf(sums);
        return new MetricTable(values, valuesOf(codes, whole, false), silent, locked);
    }

    /** Month by month for the whole jurisdiction, from the first to the last month inclusive. */
    public Map<YearMonth, Map<String, MetricValue>> series(
            Jurisdiction jurisdiction, YearMonth first, YearMonth last, Collection<String> codes) {
        var sums = new HashMap<YearMonth, Map<String, BigDecimal>>();
        var locked = lockedMonths(jurisdiction, first, last);
        storedSeries(jurisdiction, locked, codes).forEach(sum -> put(sums, sum));
        var open = Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .filter(month -> !locked.contains(month))
                .toList();
        if (!open.isEmpty()) {
            countSeries(jurisdiction, open.get(0), open.get(open.size() - 1), codes).stream()
                    .filter(sum -> !locked.contains(sum.month()))
                    .forEach(sum -> put(sums, sum));
        }
        var series = new TreeMap<YearMonth, Map<String, MetricValue>>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            series.put(month, valuesOf(codes, sums.getOrDefault(month, Map.of()), false));
        }
        return series;
    }

    /** The rows that a sum counts, newest first. */
    public Page<MetricRow> rows(Jurisdiction jurisdiction, String code, YearMonth month, Pageable page) {
        var metric = catalogue.metric(code);
        if (metric.rows() == null) {
            throw new MetricNotFound(code);
        }
        var total = bound(
                        shared(Set.of(metric)) + "select count(*) from (%s) r".formatted(metric.rows()),
                        jurisdiction,
                        month)
                .query(Long.class)
                .single();
        var limit = page.isPaged() ? " limit " + page.getPageSize() + " offset " + page.getOffset() : "";
        var rows = bound(shared(Set.of(metric)) + """
                select r.place_code, p.name as place_name, r.day, r.label, r.amount, r.href
                from (%s) r join place p on p.place_code = r.place_code
                order by r.day desc, r.place_code, r.href""".formatted(metric.rows()) + limit, jurisdiction, month)
                .query((rs, i) -> new MetricRow(
                        new PlaceCode(rs.getString("place_code")),
                        rs.getString("place_name"),
                        rs.getObject("day", LocalDate.class),
                        rs.getString("label"),
                        rs.getBigDecimal("amount"),
                        rs.getString("href")))
                .list();
        return new PageImpl<>(rows, page, total);
    }

    /** Whether the county that the jurisdiction lies in has locked the month. */
    public boolean isLocked(Jurisdiction jurisdiction, YearMonth month) {
        return database.sql(
                        "select exists (select from locked_month where county_code = left(:lo, 6) and month = :month)")
                .param("lo", jurisdiction.lo())
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    /** Stores a month as it stands and locks it; what is locked stays. */
    @Transactional
    public void lock(Jurisdiction county, YearMonth month, String by) {
        bound("""
                insert into metric_value (place_code, month, metric, amount)
                select left(s.place_code, l.digits), :from, s.metric, sum(s.amount)
                from (%s) s join (values (:county), (:township), (:village)) l (digits) on length(s.place_code) >= l.digits
                group by 1, 3
                """.formatted(sums(catalogue.sums(), "place_code")), county, month)
                .param("county", PlaceKind.COUNTY.digits())
                .param("township", PlaceKind.TOWNSHIP.digits())
                .param("village", PlaceKind.VILLAGE.digits())
                .update();
        database.sql(
                        "insert into locked_month (county_code, month, locked_at, locked_by) values (:county, :month, :at, :by)")
                .param("county", county.root().value())
                .param("month", month.atDay(1))
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .update();
    }

    private Map<PlaceCode, Map<String, BigDecimal>> count(
            Jurisdiction jurisdiction, PlaceKind level, YearMonth month, Collection<String> codes) {
        var sql = sumsByPlace(catalogue.sumsBehind(codes), level);
        return byPlace(remembered.sums(
                question(sql, jurisdiction, month, month),
                () -> ask(sql, jurisdiction, month, month, Metrics::placeSum)));
    }

    private static Map<String, BigDecimal> storedWhole(
            Jurisdiction jurisdiction, Map<PlaceCode, Map<String, BigDecimal>> sums) {
        return sums.entrySet().stream()
                .filter(entry -> entry.getKey().value().equals(jurisdiction.lo()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse(Map.of());
    }

    /** What lies above the level counts by itself, so all groups together are the whole. */
    private static Map<String, BigDecimal> wholeOf(Map<PlaceCode, Map<String, BigDecimal>> sums) {
        var whole = new HashMap<String, BigDecimal>();
        sums.values().forEach(place -> place.forEach((code, sum) -> whole.merge(code, sum, BigDecimal::add)));
        return whole;
    }

    private Map<PlaceCode, Map<String, BigDecimal>> stored(
            Jurisdiction jurisdiction, PlaceKind level, YearMonth month, Collection<String> codes) {
        return byPlace(placeSums(bound("""
                select place_code, metric, amount from metric_value
                where month = :from and month < :until and place_code >= :lo and place_code < :hi
                  and (length(place_code) = :digits or place_code = :lo) and metric in (:metrics)
                """, jurisdiction, month)
                .param("digits", level.digits())
                .param("metrics", codesOf(catalogue.sumsBehind(codes)))));
    }

    private static List<PlaceSum> placeSums(JdbcClient.StatementSpec sums) {
        return sums.query(Metrics::placeSum).list();
    }

    private static PlaceSum placeSum(ResultSet row, int number) throws SQLException {
        return new PlaceSum(
                new PlaceCode(row.getString("place_code")), row.getString("metric"), row.getBigDecimal("amount"));
    }

    private static Map<PlaceCode, Map<String, BigDecimal>> byPlace(List<PlaceSum> sums) {
        return sums.stream().collect(groupingBy(PlaceSum::place, toMap(PlaceSum::metric, PlaceSum::amount)));
    }

    private static String sumsByPlace(Collection<MetricDefinition> sums, PlaceKind level) {
        return sums(sums, "left(place_code, %d) as place_code".formatted(level.digits()));
    }

    /** One statement for all of them. */
    private static String sums(Collection<MetricDefinition> metrics, String by) {
        return metrics.stream()
                .map(metric -> "select %s, '%s' as metric, sum(amount) as amount from (%s) r group by 1"
                        .formatted(by, metric.code(), metric.rows()))
                .collect(joining("\nunion all\n", shared(metrics), ""));
    }

    private static String shared(Collection<MetricDefinition> metrics) {
        return metrics.stream()
                .map(MetricDefinition::over)
                .filter(Objects::nonNull)
                .distinct()
                .map(shared -> shared.name() + " as (" + shared.rows() + ")")
                .reduce((one, other) -> one + ", " + other)
                .map(all -> "with " + all + "\n")
                .orElse("");
    }

    private List<MonthSum> storedSeries(Jurisdiction jurisdiction, Set<YearMonth> months, Collection<String> codes) {
        if (months.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                select month, metric, amount from metric_value
                where month in (:months) and place_code = :place and metric in (:metrics)
                """)
                .param("months", months.stream().map(month -> month.atDay(1)).toList())
                .param("place", jurisdiction.lo())
                .param("metrics", codesOf(catalogue.sumsBehind(codes)))
                .query((rs, i) -> new MonthSum(
                        YearMonth.from(rs.getObject("month", LocalDate.class)),
                        rs.getString("metric"),
                        rs.getBigDecimal("amount")))
                .list();
    }

    private List<MonthSum> countSeries(
            Jurisdiction jurisdiction, YearMonth first, YearMonth last, Collection<String> codes) {
        var sql = sums(catalogue.sumsBehind(codes), "to_char(day, 'YYYY-MM') as month");
        return remembered.sums(
                question(sql, jurisdiction, first, last),
                () -> ask(
                        sql,
                        jurisdiction,
                        first,
                        last,
                        (rs, i) -> new MonthSum(
                                YearMonth.parse(rs.getString("month")),
                                rs.getString("metric"),
                                rs.getBigDecimal("amount"))));
    }

    /** What lies in a village is always found by its place first; over more the way depends on how much more. */
    private <T> List<T> ask(String sql, Jurisdiction jurisdiction, YearMonth first, YearMonth last, RowMapper<T> row) {
        var values = values(jurisdiction, first, last);
        return jurisdiction.lo().length() >= PlaceKind.VILLAGE.digits()
                ? plannedOnce.query(sql, values, row)
                : database.sql(sql).params(values).query(row).list();
    }

    private RememberedSums.Question question(String sql, Jurisdiction jurisdiction, YearMonth first, YearMonth last) {
        return new RememberedSums.Question(
                sql, jurisdiction.lo(), jurisdiction.hi(), first, last, LocalDate.now(clock));
    }

    private Set<YearMonth> lockedMonths(Jurisdiction jurisdiction, YearMonth first, YearMonth last) {
        return new HashSet<>(database.sql("""
                select month from locked_month where county_code = left(:lo, 6) and month between :first and :last
                """)
                .param("lo", jurisdiction.lo())
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((rs, i) -> YearMonth.from(rs.getObject("month", LocalDate.class)))
                .list());
    }

    private Set<PlaceCode> silentPlaces(Jurisdiction jurisdiction, YearMonth month) {
        if (!month.isBefore(YearMonth.now(clock))) {
            return Set.of();
        }
        var months = reported.getIfAvailable();
        return months == null ? Set.of() : months.missing(jurisdiction, month);
    }

    private Map<String, MetricValue> valuesOf(Collection<String> codes, Map<String, BigDecimal> sums, boolean silent) {
        var values = new LinkedHashMap<String, MetricValue>();
        for (var code : codes) {
            values.put(code, valueOf(catalogue.metric(code), sums, silent));
        }
        return values;
    }

    private static MetricValue valueOf(MetricDefinition metric, Map<String, BigDecimal> sums, boolean silent) {
        var ratio = metric.ratio();
        var value = ratio == null ? MetricValue.of(sumOf(metric.code(), sums)) : share(ratio, sums);
        return silent && !metric.certain() && isEmpty(value) ? MetricValue.UNKNOWN : value;
    }

    private static MetricValue share(Ratio ratio, Map<String, BigDecimal> sums) {
        var whole = sumOf(ratio.denominator(), sums);
        if (whole.signum() == 0) {
            return MetricValue.NOTHING;
        }
        return MetricValue.of(sumOf(ratio.numerator(), sums).multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP));
    }

    private static boolean isEmpty(MetricValue value) {
        var number = value.number();
        return number == null || number.signum() == 0;
    }

    private static BigDecimal sumOf(String code, Map<String, BigDecimal> sums) {
        return sums.getOrDefault(code, BigDecimal.ZERO);
    }

    private static List<String> codesOf(Collection<MetricDefinition> metrics) {
        return metrics.stream().map(MetricDefinition::code).toList();
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction, YearMonth month) {
        return database.sql(sql).params(values(jurisdiction, month, month));
    }

    private Map<String, Object> values(Jurisdiction jurisdiction, YearMonth first, YearMonth last) {
        return Map.of(
                "lo", jurisdiction.lo(),
                "hi", jurisdiction.hi(),
                "from", first.atDay(1),
                "until", last.plusMonths(1).atDay(1),
                "today", LocalDate.now(clock));
    }

    private static void put(Map<YearMonth, Map<String, BigDecimal>> sums, MonthSum sum) {
        sums.computeIfAbsent(sum.month(), month -> new HashMap<>()).put(sum.metric(), sum.amount());
    }

    private record PlaceSum(PlaceCode place, String metric, BigDecimal amount) {}

    private record MonthSum(YearMonth month, String metric, BigDecimal amount) {}
}
