package io.qiangcun.core.warning;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.place.PlaceCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The steps of one rule on one day: the general ones, and the own tables of places that have one. */
record StepTables(StepTable general, Map<PlaceCode, StepTable> overlays) {

    StepTables {
        overlays = Map.copyOf(overlays);
    }

    /** The steps for a matter of the place: its own, the nearest ones from above, or the general ones. */
    StepTable over(PlaceCode place) {
        return overlays.entrySet().stream()
                .filter(overlay -> overlay.getKey().contains(place))
                .max(Comparator.comparingInt(overlay -> overlay.getKey().value().length()))
                .map(Map.Entry::getValue)
                .orElse(general);
    }

    static StepTables of(List<WarningStep> general, Map<PlaceCode, List<WarningStep>> overlays) {
        return new StepTables(
                new StepTable(general),
                overlays.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, overlay -> new StepTable(overlay.getValue()))));
    }
}
