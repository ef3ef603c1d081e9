package io.qiangcun.core.account.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Option;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The places of a jurisdiction to choose from, each below the one it lies in. */
@Component
class PlaceOptions {

    private final PlaceTree places;
    private final Clock clock;

    PlaceOptions(PlaceTree places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** Down to the villages. */
    List<Option> all(Jurisdiction jurisdiction) {
        return downTo(PlaceKind.VILLAGE, jurisdiction);
    }

    /** Down to the townships. */
    List<Option> wide(Jurisdiction jurisdiction) {
        return downTo(PlaceKind.TOWNSHIP, jurisdiction);
    }

    private List<Option> downTo(PlaceKind lowest, Jurisdiction jurisdiction) {
        var today = LocalDate.now(clock);
        return Stream.of(PlaceKind.values())
                .filter(level -> level.compareTo(jurisdiction.level()) >= 0 && level.compareTo(lowest) <= 0)
                .flatMap(level -> places.all(jurisdiction, level, today).stream())
                .sorted(Comparator.comparing(place -> place.code().value()))
                .map(place -> new Option(place.code().value(), indented(place, jurisdiction)))
                .toList();
    }

    private static String indented(PlaceNode place, Jurisdiction jurisdiction) {
        var depth = place.code().kind().ordinal() - jurisdiction.level().ordinal();
        return "　".repeat(depth) + place.name();
    }
}
