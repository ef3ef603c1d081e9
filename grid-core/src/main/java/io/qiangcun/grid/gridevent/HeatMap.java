package io.qiangcun.grid.gridevent;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * Events drawn where they happened, on nothing but the hull around the own points: no map of others is asked for, and no
 * border is invented.
 *
 * @param outline corners of the hull in the units of the drawing; empty where there are too few points
 */
public record HeatMap(double width, double height, String outline, List<Cell> cells) {

    private static final double SIDE = 640;
    private static final int ACROSS = 28;
    private static final double MARGIN = 16;
    private static final double LEAST_SHADE = 0.15;

    public HeatMap {
        cells = List.copyOf(cells);
    }

    /** So many at a point; none where a grid lies. */
    public record Spot(double longitude, double latitude, long events) {}

    /** A square of the drawing; the more events, the darker. */
    public record Cell(double x, double y, double side, double shade, long events) {}

    private record Place(double x, double y) {}

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    static HeatMap of(List<Spot> spots) {
        if (spots.isEmpty()) {
            return new HeatMap(0, 0, "", List.of());
        }
        var west = spots.stream().mapToDouble(Spot::longitude).min().orElseThrow();
        var north = spots.stream().mapToDouble(Spot::latitude).max().orElseThrow();
        var south = spots.stream().mapToDouble(Spot::latitude).min().orElseThrow();
        var east = spots.stream().mapToDouble(Spot::longitude).max().orElseThrow();
        // a degree of longitude is shorter than one of latitude
        var narrow = Math.cos(Math.toRadians((north + south) / 2));
        var extent = Math.max(Math.max((east - west) * narrow, north - south), 0.001);
        var scale = (SIDE - 2 * MARGIN) / extent;
        var side = SIDE / ACROSS;
        var counts = new HashMap<Place, Long>();
        var places = new ArrayList<Place>();
        for (var spot : spots) {
            var x = MARGIN + (spot.longitude() - west) * narrow * scale;
            var y = MARGIN + (north - spot.latitude()) * scale;
            places.add(new Place(x, y));
            if (spot.events() > 0) {
                counts.merge(new Place(Math.floor(x / side), Math.floor(y / side)), spot.events(), Long::sum);
            }
        }
        var most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        var cells = counts.entrySet().stream()
                .sorted(comparingDouble(
                        cell -> cell.getKey().y() * ACROSS * 2 + cell.getKey().x()))
                .map(cell -> new Cell(
                        rounded(cell.getKey().x() * side),
                        rounded(cell.getKey().y() * side),
                        rounded(side),
                        rounded(LEAST_SHADE + (1 - LEAST_SHADE) * cell.getValue() / most),
                        cell.getValue()))
                .toList();
        var width = 2 * MARGIN + (east - west) * narrow * scale;
        var height = 2 * MARGIN + (north - south) * scale;
        return new HeatMap(
                rounded(Math.max(width, side * 2)), rounded(Math.max(height, side * 2)), outline(places), cells);
    }

    /** The tightest line around all points that never turns inwards. */
    private static String outline(List<Place> places) {
        var sorted = places.stream()
                .distinct()
                .sorted(comparingDouble(Place::x).thenComparingDouble(Place::y))
                .toList();
        if (sorted.size() < 3) {
            return "";
        }
        var hull = new ArrayList<Place>(half(sorted));
        var back = new ArrayList<>(sorted);
        Collections.reverse(back);
        hull.addAll(half(back));
        var corners = new StringBuilder();
        hull.forEach(corner -> corners.append(String.format(Locale.ROOT, "%.1f,%.1f ", corner.x(), corner.y())));
        return corners.toString().strip();
    }

    private static List<Place> half(List<Place> sorted) {
        var hull = new ArrayList<Place>();
        for (var place : sorted) {
            while (hull.size() > 1 && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), place) <= 0) {
                hull.remove(hull.size() - 1);
            }
            hull.add(place);
        }
        return hull.subList(0, hull.size() - 1);
    }

    private static double turn(Place from, Place over, Place to) {
        return (over.x() - from.x()) * (to.y() - from.y()) - (over.y() - from.y()) * (to.x() - from.x());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
