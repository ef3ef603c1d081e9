package io.qiangcun.web.home;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.dashboard.Todos;
import io.qiangcun.core.dashboard.Todos.Todo;
import io.qiangcun.core.duty.DutyQueries;
import io.qiangcun.core.duty.DutyRow;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.report.ReportHead;
import io.qiangcun.core.report.ReportQueries;
import io.qiangcun.core.warning.WarningFilter;
import io.qiangcun.core.warning.WarningQueries;
import io.qiangcun.core.warning.WarningRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collects what stands on a desk, in one read-only transaction. */
@Service
@Transactional(readOnly = true)
class Desk {

    private static final int WARNINGS = 8;
    private static final int NEEDING = 12;

    private final Todos todos;
    private final ObjectProvider<DashboardCardProvider> cards;
    private final Metrics metrics;
    private final PlaceTree places;
    private final DutyQueries duties;
    private final WarningQueries warnings;
    private final ReportQueries reports;
    private final Clock clock;

    Desk(
            Todos todos,
            ObjectProvider<DashboardCardProvider> cards,
            Metrics metrics,
            PlaceTree places,
            DutyQueries duties,
            WarningQueries warnings,
            ReportQueries reports,
            Clock clock) {
        this.todos = todos;
        this.cards = cards;
        this.metrics = metrics;
        this.places = places;
        this.duties = duties;
        this.warnings = warnings;
        this.reports = reports;
        this.clock = clock;
    }

    DeskView lay(Jurisdiction jurisdiction, Actor actor, YearMonth month) {
        var today = LocalDate.now(clock);
        var root = places.require(jurisdiction.root(), jurisdiction);
        var cards = cards(jurisdiction, today);
        var codes = Stream.concat(cards.stream().flatMap(card -> card.metrics().stream()), DeskMetrics.COLUMNS.stream())
                .distinct()
                .toList();
        var children = isVillage(root)
                ? List.<PlaceNode>of()
                : places.children(jurisdiction, root.code(), month.atEndOfMonth());
        var level = isVillage(root) ? PlaceKind.VILLAGE : root.code().kind().below();
        var table = metrics.table(
                jurisdiction, level, children.stream().map(PlaceNode::code).toList(), month, codes);
        return new DeskView(
                root,
                month,
                table.locked(),
                todos.of(jurisdiction, actor, today),
                cards,
                table.whole(),
                children.stream()
                        .map(child -> new PlaceLine(
                                child, table.values().getOrDefault(child.code(), Map.of()), table.silent(child.code())))
                        .sorted(PlaceLine.BY_NEED)
                        .toList(),
                metrics.series(jurisdiction, month.minusMonths(11), month, DeskMetrics.TREND),
                warnings.first(jurisdiction, WarningFilter.open(), WARNINGS),
                isVillage(root) ? duties.month(jurisdiction, root.code(), month) : List.of(),
                isVillage(root)
                        ? reports.head(jurisdiction, root.code(), month.minusMonths(1))
                                .orElse(null)
                        : null);
    }

    private List<DashboardCard> cards(Jurisdiction jurisdiction, LocalDate today) {
        return cards.orderedStream()
                .map(provider -> provider.cardFor(jurisdiction, today))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isVillage(PlaceNode place) {
        return place.code().kind() == PlaceKind.VILLAGE;
    }

    /** Everything on a desk; duties and last month's report only on a village's. */
    record DeskView(
            PlaceNode place,
            YearMonth month,
            boolean locked,
            List<Todo> todos,
            List<DashboardCard> cards,
            Map<String, MetricValue> values,
            List<PlaceLine> neighbours,
            Map<YearMonth, Map<String, MetricValue>> trend,
            List<WarningRow> warnings,
            List<DutyRow> duties,
            @Nullable ReportHead report) {

        /** What is still to be done this month. */
        public List<DutyRow> owed() {
            return duties.stream().filter(duty -> !duty.state().isDone()).toList();
        }

        /** What has been done already, folded. */
        public List<DutyRow> done() {
            return duties.stream().filter(duty -> duty.state().isDone()).toList();
        }

        /** The places that need help most, at the sight of whoever opens the desk. */
        public List<PlaceLine> needing() {
            return neighbours.stream().limit(NEEDING).toList();
        }

        /** The other places, folded until they are asked for. */
        public List<PlaceLine> others() {
            return neighbours.stream().skip(NEEDING).toList();
        }

        /** How many of all places have not reported the month although it is over. */
        public int silent() {
            return neighbours.stream().mapToInt(PlaceLine::silent).sum();
        }
    }
}
