package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.web.Option;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Places to choose from, in the order of their codes; a grid is named with its village, because grids are only numbered. */
final class PlaceChoices {

    private static final String BETWEEN = " · ";

    private PlaceChoices() {}

    static List<Option> of(List<PlaceNode> places) {
        var names = places.stream().collect(Collectors.toMap(PlaceNode::code, PlaceNode::name, (one, same) -> one));
        return places.stream()
                .sorted(Comparator.comparing(place -> place.code().value()))
                .map(place -> {
                    var above = place.code().kind().compareTo(PlaceKind.GRID) >= 0
                            ? place.code().parent().map(names::get).orElse(null)
                            : null;
                    return new Option(
                            place.code().value(), above == null ? place.name() : above + BETWEEN + place.name());
                })
                .toList();
    }
}
