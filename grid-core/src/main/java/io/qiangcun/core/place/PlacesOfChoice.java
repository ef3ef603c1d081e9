package io.qiangcun.core.place;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places that sheets and lists name, down to the villages, each with the name that tells it from the others. */
@Service
@Transactional(readOnly = true)
public class PlacesOfChoice {

    private final PlaceTree places;
    private final Clock clock;

    PlacesOfChoice(PlaceTree places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** A place and what it is called among those of its county. */
    public record Choice(PlaceCode code, String name, String fullName) {}

    /** In the order of their codes. */
    public List<Choice> in(Jurisdiction jurisdiction) {
        var levels = jurisdiction.level() == PlaceKind.COUNTY
                ? Stream.of(PlaceKind.COUNTY, PlaceKind.TOWNSHIP, PlaceKind.VILLAGE)
                : Stream.of(PlaceKind.TOWNSHIP, PlaceKind.VILLAGE);
        var known = levels.flatMap(level -> places.all(jurisdiction, level, LocalDate.now(clock)).stream())
                .sorted(Comparator.comparing(place -> place.code().value()))
                .toList();
        var townships = known.stream()
                .filter(place -> place.code().kind() == PlaceKind.TOWNSHIP)
                .collect(Collectors.toMap(place -> place.code().value(), PlaceNode::name));
        return known.stream()
                .map(place -> new Choice(place.code(), place.name(), fullName(place, townships)))
                .toList();
    }

    /** Those of them that are villages. */
    public List<Choice> villages(Jurisdiction jurisdiction) {
        return in(jurisdiction).stream()
                .filter(place -> place.code().kind() == PlaceKind.VILLAGE)
                .toList();
    }

    private static String fullName(PlaceNode place, Map<String, String> townships) {
        if (place.code().kind() != PlaceKind.VILLAGE) {
            return place.name();
        }
        var township = place.code().parent().map(PlaceCode::value).orElse("");
        // whoever looks from within a village does not see its township
        return townships.containsKey(township) ? townships.get(township) + " · " + place.name() : place.name();
    }
}
