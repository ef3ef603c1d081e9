package io.qiangcun.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class MetricsTests {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final List<String> ALL =
            List.of(CountedPlaces.VILLAGES, CountedPlaces.EASTERN, CountedPlaces.SHARE, CountedPlaces.NONE);

    @Autowired
    Metrics metrics;

    @Autowired
    PlaceTree tree;

    @Autowired
    JdbcClient database;

    PlaceFixtures places;
    Jurisdiction county;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        county = Jurisdiction.within(places.county());
    }

    @Test
    void aValueIsTheSumOfItsRows() {
        try (var here = SignedIn.here(database, places.county(), null)) {
            var values = metrics.values(county, places.county(), NOVEMBER, ALL);

            assertThat(values)
                    .containsEntry(CountedPlaces.VILLAGES, number(2))
                    .containsEntry(CountedPlaces.EASTERN, number(1));
            for (var code : List.of(CountedPlaces.VILLAGES, CountedPlaces.EASTERN, CountedPlaces.NONE)) {
                var rows = metrics.rows(county, code, NOVEMBER, PageRequest.of(0, 10));
                var sum = rows.stream().map(MetricRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(values.get(code)).isEqualTo(MetricValue.of(sum));
            }
        }
    }

    @Test
    void aShareIsInPerCentAndNothingWhenThereIsNothingToShare() {
        try (var here = SignedIn.here(database, places.county(), null)) {
            assertThat(metrics.values(county, places.county(), NOVEMBER, ALL))
                    .containsEntry(CountedPlaces.SHARE, number(50));
            assertThat(metrics.values(county, places.county().child("999"), NOVEMBER, ALL))
                    .containsEntry(CountedPlaces.SHARE, MetricValue.NOTHING);
        }
    }

    @Test
    void placesOfALevelStandSideBySide() {
        try (var here = SignedIn.here(database, places.county(), null)) {
            var villages =
                    metrics.table(county, PlaceKind.VILLAGE, List.of(places.east(), places.west()), NOVEMBER, ALL);

            assertThat(villages.value(places.east(), CountedPlaces.EASTERN)).isEqualTo(number(1));
            assertThat(villages.value(places.west(), CountedPlaces.EASTERN)).isEqualTo(number(0));
        }
    }

    @Test
    void countsNothingOutsideTheJurisdiction() {
        try (var here = SignedIn.here(database, places.east(), null)) {
            var east = Jurisdiction.within(places.east());

            assertThat(metrics.values(east, places.west(), NOVEMBER, ALL))
                    .containsEntry(CountedPlaces.VILLAGES, number(0));
            assertThat(metrics.rows(
                            east.narrowedTo(places.west()), CountedPlaces.VILLAGES, NOVEMBER, PageRequest.of(0, 10)))
                    .isEmpty();
            assertThat(metrics.rows(east, CountedPlaces.VILLAGES, NOVEMBER, PageRequest.of(0, 10)))
                    .hasSize(1);
        }
    }

    @Test
    void aLockedMonthStaysAsItWasStored() {
        var october = NOVEMBER.minusMonths(1);
        try (var here = SignedIn.here(database, places.county(), null)) {
            metrics.lock(county, october, "somebody");
            tree.grow(county, places.township().child("203"), PlaceCategory.VILLAGE, "East End", LocalDate.EPOCH);

            assertThat(metrics.isLocked(county, october)).isTrue();
            assertThat(metrics.values(county, places.county(), october, ALL))
                    .containsEntry(CountedPlaces.VILLAGES, number(2));
            assertThat(metrics.live(county, places.county(), october, ALL))
                    .containsEntry(CountedPlaces.VILLAGES, number(3));
            assertThat(metrics.values(county, places.county(), NOVEMBER, ALL))
                    .containsEntry(CountedPlaces.VILLAGES, number(3));
            var series = metrics.series(county, october.minusMonths(1), NOVEMBER, ALL);
            assertThat(series.get(october.minusMonths(1))).containsEntry(CountedPlaces.VILLAGES, number(3));
            assertThat(series.get(october)).containsEntry(CountedPlaces.VILLAGES, number(2));
            assertThat(series.get(NOVEMBER))
                    .containsEntry(CountedPlaces.VILLAGES, number(3))
                    .containsEntry(CountedPlaces.EASTERN, number(2));
        }
        try (var here = SignedIn.here(database, places.east(), null)) {
            assertThat(metrics.isLocked(Jurisdiction.within(places.east()), october))
                    .isTrue();
        }
    }

    @Test
    void twoMetricsOfOneCodeAreRefused() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("one", new CountedPlaces());
        beans.addBean("two", new CountedPlaces());

        assertThatIllegalStateException()
                .isThrownBy(() -> new MetricCatalogue(beans.getBeanProvider(MetricSource.class)));
    }

    @Test
    void aShareOfSomethingUnknownIsRefused() {
        var beans = new StaticListableBeanFactory();
        MetricSource source = () -> List.of(MetricDefinition.share("core.x", Better.MORE, "core.y", "core.z"));
        beans.addBean("one", source);

        assertThatExceptionOfType(MetricNotFound.class)
                .isThrownBy(() -> new MetricCatalogue(beans.getBeanProvider(MetricSource.class)));
    }

    private static MetricValue number(int value) {
        return MetricValue.of(BigDecimal.valueOf(value));
    }
}
