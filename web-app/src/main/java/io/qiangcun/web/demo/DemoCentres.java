package io.qiangcun.web.demo;

import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.PastRow;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowId;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.centre.CentreId;
import io.qiangcun.services.centre.CentreKind;
import io.qiangcun.services.centre.CentreService;
import io.qiangcun.services.centre.CentreService.Join;
import io.qiangcun.services.centre.CentreService.RecordVisit;
import io.qiangcun.services.centre.WriteCentre;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * As many centres as were reported of the banner: one in each place of the three levels, and points besides in villages, one
 * in every township. What was built in two years adds up to what was reported of them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoCentres {

    static final int CENTRES = 215;
    static final int EXAMPLES = 21;

    private static final int STAFF = 2;

    /** Every second village was built in. */
    private static final int SPREAD = 2;

    private static final LocalDate OPENED = LocalDate.of(2023, 11, 30);
    private static final List<String> DUTIES = List.of("中心负责人", "代办员");
    private static final List<String> TOPICS = List.of("为民服务流程", "功能室设置", "村民议事", "代办帮办");

    private static final Set<PlaceCategory> SERVED = Set.of(
            PlaceCategory.COUNTY,
            PlaceCategory.TOWNSHIP,
            PlaceCategory.SUBDISTRICT,
            PlaceCategory.VILLAGE,
            PlaceCategory.COMMUNITY);

    private static final List<Building> BUILT = List.of(
            new Building(2022, "new", 15, 22_500_000, 1_500_000),
            new Building(2022, "renovate", 35, 27_500_000, 780_000),
            new Building(2023, "new", 16, 25_600_000, 1_600_000),
            new Building(2023, "renovate", 27, 21_500_000, 800_000));

    private final CentreService centres;
    private final RegisterService registers;
    private final Clock clock;
    private final Jurisdiction county = Jurisdiction.within(DemoCounty.ROOT);

    DemoCentres(CentreService centres, RegisterService registers, Clock clock) {
        this.centres = centres;
        this.registers = registers;
        this.clock = clock;
    }

    void write(List<DemoPlace> places, List<RegisterPerson> people) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "demo",
                null,
                AuthorityUtils.createAuthorityList(
                        ServicesAuthorities.READ_CENTRES,
                        ServicesAuthorities.WRITE_CENTRES,
                        ServicesAuthorities.OVERSEE_CENTRES)));
        SecurityContextHolder.setContext(context);
        try {
            var served = places.stream()
                    .filter(place -> SERVED.contains(place.category()))
                    .toList();
            served.forEach(this::open);
            staff(served, people);
            points(served);
            examples(served.stream()
                    .filter(place -> place.code().kind() == PlaceKind.VILLAGE)
                    .toList());
            registers.takeOver(county, DemoSupport.COUNTY, projects(served));
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Of the place itself. */
    static CentreId centreOf(PlaceCode place) {
        return new CentreId(uuid(place, "centre"));
    }

    private static UUID uuid(PlaceCode place, String what) {
        return UUID.nameUUIDFromBytes(("demo:" + place + ":" + what).getBytes(StandardCharsets.UTF_8));
    }

    private void open(DemoPlace place) {
        write(place, centreOf(place.code()), CentreKind.CENTRE, place.name() + "党群服务中心", place.name() + "驻地");
    }

    private void write(DemoPlace place, CentreId id, CentreKind kind, String name, String address) {
        centres.write(
                county,
                DemoSupport.COUNTY,
                new WriteCentre(
                        id,
                        place.code(),
                        kind,
                        name,
                        address,
                        "",
                        "12345",
                        LocalTime.of(8, 30),
                        LocalTime.of(17, 30),
                        place.code().kind() == PlaceKind.VILLAGE ? "节假日轮流值班" : "",
                        List.of("politics", "service", "governance"),
                        OPENED));
    }

    /** One point in a village of each township, as long as there are fewer than were reported. */
    private void points(List<DemoPlace> served) {
        var wanted = CENTRES - served.size();
        var townships = new HashMap<String, DemoPlace>();
        served.stream()
                .filter(place -> place.code().kind() == PlaceKind.VILLAGE)
                .forEach(place ->
                        townships.putIfAbsent(place.code().value().substring(0, PlaceKind.TOWNSHIP.digits()), place));
        townships.values().stream()
                .sorted((one, other) ->
                        one.code().value().compareTo(other.code().value()))
                .limit(wanted)
                .forEach(place -> write(
                        place,
                        new CentreId(uuid(place.code(), "point")),
                        CentreKind.POINT,
                        place.name() + "便民服务点",
                        place.name() + "居民点"));
    }

    private void staff(List<DemoPlace> served, List<RegisterPerson> people) {
        var living = people.stream().collect(Collectors.groupingBy(RegisterPerson::place));
        for (var place : served) {
            var known = living.getOrDefault(place.code(), List.of());
            for (var at = 0; at < Math.min(STAFF, known.size()); at++) {
                centres.join(
                        county,
                        DemoSupport.COUNTY,
                        centreOf(place.code()),
                        new Join(
                                uuid(place.code(), "staff" + at),
                                known.get(at).details().name(),
                                DUTIES.get(at),
                                "",
                                OPENED.plusMonths(at + 1L)));
            }
        }
    }

    /** Spread over the county, each with visits of the last year. */
    private void examples(List<DemoPlace> villages) {
        var today = LocalDate.now(clock);
        for (var number = 0; number < EXAMPLES; number++) {
            var village = villages.get(number * villages.size() / EXAMPLES);
            var centre = centreOf(village.code());
            centres.tag(
                    county,
                    DemoSupport.COUNTY,
                    centre,
                    uuid(village.code(), "example"),
                    OPENED.plusMonths(4),
                    "（演示）示范点验收通报");
            for (var at = 0; at <= number % 3; at++) {
                centres.visited(
                        county,
                        DemoSupport.COUNTY,
                        centre,
                        new RecordVisit(
                                uuid(village.code(), "visit" + at),
                                today.minusDays(20L + 35L * at + number),
                                "（演示）观摩团",
                                12 + (number * 7 + at) % 30,
                                TOPICS.get((number + at) % TOPICS.size())));
            }
        }
    }

    /** 2022: 50 for 50 million; 2023: 43 for 47.1 million. */
    static List<PastRow> projects(List<DemoPlace> served) {
        var villages = served.stream()
                .filter(place -> place.code().kind() == PlaceKind.VILLAGE)
                .toList();
        var rows = new ArrayList<PastRow>();
        for (var building : BUILT) {
            for (var number = 0; number < building.number(); number++) {
                var village = villages.get(rows.size() * SPREAD);
                var amount = number == building.number() - 1
                        ? building.total() - building.each() * (building.number() - 1)
                        : building.each();
                rows.add(PastRow.of(
                        new RowId(uuid(village.code(), "venue")),
                        "services.venue-project",
                        village.code(),
                        Cells.of(Map.of(
                                "year",
                                Integer.toString(building.year()),
                                "kind",
                                building.kind(),
                                "name",
                                village.name() + "党群服务中心" + (building.kind().equals("new") ? "新建" : "改造"),
                                "approvedOn",
                                building.year() + "-04-15",
                                "fund",
                                "党组织标准化建设三年行动",
                                "planned",
                                amount + ".00",
                                "spent",
                                amount + ".00",
                                "plannedUntil",
                                building.year() + "-10-31",
                                "acceptedOn",
                                building.year() + "-11-20",
                                "acceptedBy",
                                "（演示）验收组"))));
            }
        }
        return rows;
    }

    /**
     * How many of one kind in one year, and for how much.
     *
     * @param each yuan for each but the last, which has what is left
     */
    private record Building(int year, String kind, int number, long total, long each) {}
}
