package io.qiangcun.web.demo;

import static java.util.stream.Collectors.groupingBy;

import io.qiangcun.core.people.EnterHousehold;
import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.contact.ContactTakeover.Entry;
import io.qiangcun.party.member.EnrolledBefore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The households of the demo county's villages and the members who look after them: six to eight each in most villages,
 * fewer where there are too few, and a few that nobody looks after. Every member lives in one of them.
 */
final class DemoContacts {

    private static final int LEAST = 6;
    private static final int MOST = 8;
    private static final double TOO_FEW = 0.1;
    private static final double LEFT_OVER = 0.15;
    private static final int MOST_LEFT_OVER = 4;

    private final LocalDate since;
    private final List<EnterHousehold> homes = new ArrayList<>();
    private final Map<PersonId, String> homeOf = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private DemoContacts(LocalDate today) {
        since = today.minusYears(1).withDayOfMonth(1);
    }

    static DemoContacts of(List<DemoPlace> places, DemoPeople people, List<PlaceCode> grids, LocalDate today) {
        var demo = new DemoContacts(today);
        var members = people.members().stream().collect(groupingBy(EnrolledBefore::place));
        var gridsOf = grids.stream().collect(groupingBy(grid -> grid.parent().orElseThrow()));
        places.stream()
                .filter(place ->
                        place.category() == PlaceCategory.VILLAGE || place.category() == PlaceCategory.COMMUNITY)
                .forEach(place -> demo.fill(
                        place.code(),
                        members.getOrDefault(place.code(), List.of()).stream()
                                .map(member -> member.command().person())
                                .toList(),
                        gridsOf.getOrDefault(place.code(), List.of())));
        return demo;
    }

    /** Those in which members live; the others come with whoever looks after them. */
    List<EnterHousehold> homes() {
        return homes;
    }

    @Nullable
    String homeOf(PersonId person) {
        return homeOf.get(person);
    }

    List<Entry> entries() {
        return entries;
    }

    private void fill(PlaceCode village, List<PersonId> members, List<PlaceCode> grids) {
        var random = new DemoRandom("contact", village.value());
        var few = random.happens(TOO_FEW);
        for (var at = 0; at < members.size(); at++) {
            var number = number(at);
            homeOf.put(members.get(at), number);
            homes.add(new EnterHousehold(HouseholdId.next(), village, number, "", null));
            // nobody looks after his own household: the next one does
            enter(village, at, grids, members.size() == 1 ? null : members.get((at + 1) % members.size()));
        }
        var next = members.size();
        for (var member : members) {
            var count = few ? random.between(2, LEAST - 1) : random.between(LEAST, MOST);
            for (var more = 1; more < count; more++) {
                enter(village, next++, grids, member);
            }
        }
        if (random.happens(LEFT_OVER)) {
            var over = random.between(1, MOST_LEFT_OVER);
            for (var more = 0; more < over; more++) {
                enter(village, next++, grids, null);
            }
        }
    }

    private void enter(PlaceCode village, int at, List<PlaceCode> grids, @Nullable PersonId keeper) {
        entries.add(new Entry(
                entries.size(),
                village,
                number(at),
                "",
                grids.isEmpty() ? null : grids.get(at % grids.size()),
                keeper,
                since));
    }

    private static String number(int at) {
        return "%04d".formatted(at + 1);
    }
}
