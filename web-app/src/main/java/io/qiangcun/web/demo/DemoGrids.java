package io.qiangcun.web.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.Point;
import io.qiangcun.grid.network.GridDetails;
import io.qiangcun.grid.network.GridTakeover.Entry;
import io.qiangcun.grid.network.GridType;
import io.qiangcun.grid.network.ProposeWorker;
import io.qiangcun.grid.network.WorkerId;
import io.qiangcun.grid.network.WorkerPost;
import io.qiangcun.grid.network.WorkerSource;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.TakePost;
import io.qiangcun.party.post.Track;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The net of the demo county: one grid in each village, two in the larger ones, led by the secretary. */
final class DemoGrids {

    private static final List<String> NAMES = List.of("第一网格", "第二网格");
    private static final int SECOND_EVERY = 3;
    private static final int UNLED_EVERY = 65;
    private static final int LEAST_HOUSEHOLDS = 180;
    private static final int MOST_HOUSEHOLDS = 420;
    private static final int YEARS = 3;

    /** Thousandths of a degree. */
    private static final int WEST = 121_100;

    private static final int SOUTH = 42_350;
    private static final int ACROSS = 600;
    private static final int AROUND = 160;

    private final LocalDate opened;
    private final List<Entry> grids = new ArrayList<>();
    private final List<ProposeWorker> workers = new ArrayList<>();

    private DemoGrids(LocalDate today) {
        opened = today.minusYears(YEARS).withDayOfMonth(1);
    }

    static DemoGrids of(List<DemoPlace> places, DemoPeople people, LocalDate today) {
        var demo = new DemoGrids(today);
        var heads = people.posts().stream()
                .filter(post -> post.track() == Track.PARTY && post.role() == PostRole.HEAD)
                .collect(toMap(TakePost::place, TakePost::person, (one, other) -> one));
        var others = people.people().stream().collect(groupingBy(RegisterPerson::place));
        places.stream()
                .filter(place ->
                        place.category() == PlaceCategory.VILLAGE || place.category() == PlaceCategory.COMMUNITY)
                .forEach(place -> demo.cover(place.code(), heads, others.getOrDefault(place.code(), List.of())));
        return demo;
    }

    List<Entry> grids() {
        return grids;
    }

    List<PlaceCode> codes() {
        return grids.stream()
                .map(grid -> grid.village().child(String.valueOf(grid.number())))
                .toList();
    }

    List<ProposeWorker> workers() {
        return workers;
    }

    private void cover(PlaceCode village, Map<PlaceCode, PersonId> heads, List<RegisterPerson> people) {
        var random = new DemoRandom("grid", village.value());
        var count = random.between(1, SECOND_EVERY) == 1 ? 2 : 1;
        for (var number = 1; number <= count; number++) {
            var households = random.between(LEAST_HOUSEHOLDS, MOST_HOUSEHOLDS);
            grids.add(new Entry(
                    grids.size(),
                    village,
                    null,
                    "%03d".formatted(number),
                    NAMES.get(number - 1),
                    new GridDetails(
                            GridType.COMPREHENSIVE, households, households * 5 / 2, null, somewhere(village, random)),
                    opened));
            staff(village.child("%03d".formatted(number)), number, heads.get(village), people);
        }
    }

    /** Around the middle of the township: how it lies to the next is told, where it really lies is not. */
    static Point somewhere(PlaceCode village, DemoRandom random) {
        var township = new DemoRandom("township", village.parent().orElseThrow().value());
        return new Point(
                degrees(WEST, township.between(0, ACROSS) + random.between(0, AROUND)),
                degrees(SOUTH, township.between(0, ACROSS) + random.between(0, AROUND)));
    }

    private static BigDecimal degrees(int from, int thousandths) {
        return BigDecimal.valueOf(from + (long) thousandths, 3);
    }

    /** The secretary leads; in the second grid, another of the village. Somebody of the village walks it full time. */
    private void staff(PlaceCode grid, int number, @Nullable PersonId head, List<RegisterPerson> people) {
        var walkers = people.stream()
                .map(RegisterPerson::id)
                .filter(person -> !person.equals(head))
                .skip(number * 3L)
                .limit(2)
                .toList();
        if (grids.size() % UNLED_EVERY != 0 && head != null) {
            workers.add(work(grid, head, WorkerPost.LEADER, WorkerSource.COMMITTEE));
        }
        if (!walkers.isEmpty()) {
            workers.add(work(grid, walkers.get(0), WorkerPost.FULL_TIME, WorkerSource.PARTY_MEMBER));
        }
        if (walkers.size() > 1) {
            workers.add(work(grid, walkers.get(1), WorkerPost.PART_TIME, WorkerSource.PATROL));
        }
    }

    private ProposeWorker work(PlaceCode grid, PersonId person, WorkerPost post, WorkerSource source) {
        return new ProposeWorker(WorkerId.next(), grid, person, post, source, opened);
    }
}
