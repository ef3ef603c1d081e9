package io.qiangcun.services.catalogue;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.domain.Sha256;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The catalogue as it holds in a county, kept in memory: whatever place is named, its county decides. What is in it is
 * public, so reading it asks for no rights.
 */
@Component
public class Catalogue {

    /** Another node may have published meanwhile. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final CatalogueRows rows;
    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Map<String, Snapshot> known = new ConcurrentHashMap<>();
    private volatile @Nullable Home home;

    Catalogue(CatalogueRows rows, JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    private record Home(Optional<PlaceCode> county, Instant readAt) {}

    private record Snapshot(
            List<ServiceItem> published,
            Map<ServiceItemCode, ServiceItem> inForce,
            List<Category> categories,
            String tag,
            Instant readAt) {}

    /** The edition that holds now; a retired one says why. */
    public Optional<ServiceItem> item(PlaceCode place, ServiceItemCode code) {
        return Optional.ofNullable(at(place).inForce().get(code));
    }

    /** The very edition a request was made under, whatever came after it. */
    public Optional<ServiceItem> item(PlaceCode place, ServiceItemId edition) {
        var county = county(place);
        return at(place).inForce().values().stream()
                .filter(item -> item.id().equals(edition))
                .findFirst()
                .or(() -> rows.edition(county, edition).stream().findFirst());
    }

    /** All that may be asked for, in the order of their codes. */
    public List<ServiceItem> published(PlaceCode place) {
        return at(place).published();
    }

    /** What a place of a level takes requests for. */
    public List<ServiceItem> offered(PlaceCode place, PlaceKind level) {
        return published(place).stream().filter(item -> item.isOfferedAt(level)).toList();
    }

    /** What holds, retired items too, in the order of their codes. */
    public List<ServiceItem> all(PlaceCode place) {
        return at(place).inForce().values().stream()
                .sorted(Comparator.comparing(ServiceItem::code))
                .toList();
    }

    /** By words as people say them, the best first. */
    public List<ServiceItem> search(PlaceCode place, String words) {
        return WordSearch.find(published(place), words);
    }

    public List<Category> categories(PlaceCode place) {
        return at(place).categories();
    }

    /** Changes when anything in the catalogue of the county does. */
    public String tag(PlaceCode place) {
        return at(place).tag();
    }

    /** The county whose catalogue is shown to those who name none: the first of the installation. */
    public Optional<PlaceCode> home() {
        var seen = home;
        if (seen == null || isOld(seen.readAt())) {
            seen = new Home(counties("").stream().findFirst(), clock.instant());
            home = seen;
        }
        return seen.county();
    }

    /** The county that somebody names, if there is one: nobody fills the memory with those there are not. */
    public Optional<PlaceCode> named(PlaceCode place) {
        var county = county(place);
        return known.containsKey(county)
                ? Optional.of(new PlaceCode(county))
                : counties(county).stream().findFirst();
    }

    private List<PlaceCode> counties(String county) {
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            var found = reading.execute(status -> database.sql(
                            "select place_code from place where length(place_code) = 6 and (:county = '' or place_code = :county)"
                                    + " order by place_code limit 1")
                    .param("county", county)
                    .query(String.class)
                    .list());
            return Objects.requireNonNullElse(found, List.<String>of()).stream()
                    .map(PlaceCode::new)
                    .toList();
        }
    }

    @TransactionalEventListener
    void forget(ItemPublished event) {
        known.remove(county(event.placeCode()));
    }

    @TransactionalEventListener
    void forget(ItemRetired event) {
        known.remove(county(event.placeCode()));
    }

    @TransactionalEventListener
    void forget(ItemRestored event) {
        known.remove(county(event.placeCode()));
    }

    private Snapshot at(PlaceCode place) {
        var county = county(place);
        var seen = known.get(county);
        if (seen == null || isOld(seen.readAt())) {
            seen = read(county);
            known.put(county, seen);
        }
        return seen;
    }

    private Snapshot read(String county) {
        var items = rows.inForce(county);
        return new Snapshot(
                items.stream().filter(ServiceItem::isPublished).toList(),
                items.stream().collect(toMap(ServiceItem::code, Function.identity())),
                rows.categories(),
                Sha256.hex(items.stream().map(item -> item.id().toString()).collect(Collectors.joining()))
                        .substring(0, 16),
                clock.instant());
    }

    private boolean isOld(Instant readAt) {
        return readAt.plus(FRESH).isBefore(clock.instant());
    }

    private static String county(PlaceCode place) {
        return place.value().substring(0, Math.min(place.value().length(), PlaceKind.COUNTY.digits()));
    }
}
