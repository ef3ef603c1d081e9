package io.qiangcun.grid.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points on a plain sheet, as wide apart as they are on the ground: villages that have a point, and above them what was
 * reported with one. No map of others is behind it.
 */
public record PointMap(double width, double height, List<Dot> dots) {

    private static final double WIDTH = 600;
    private static final double MOST_HEIGHT = 420;
    private static final double LEAST_HEIGHT = 160;
    private static final double MARGIN = 36;

    /** Degrees; nobody is closer to his neighbour on a sheet of his own. */
    private static final double LEAST_SPAN = 0.02;

    public static PointMap of(List<Standing> standings, List<PlacePoint> places) {
        var marks = Stream.concat(
                        places.stream()
                                .map(place ->
                                        new Mark(place.name(), "place", null, place.longitude(), place.latitude())),
                        standings.stream().flatMap(PointMap::marks))
                .toList();
        if (marks.isEmpty()) {
            return new PointMap(0, 0, List.of());
        }
        var west = span(marks.stream().mapToDouble(Mark::longitude));
        var south = span(marks.stream().mapToDouble(Mark::latitude));
        var shrink = Math.cos(Math.toRadians((south[0] + south[1]) / 2));
        var across = (west[1] - west[0]) * shrink;
        var up = south[1] - south[0];
        var scale = Math.min((WIDTH - 2 * MARGIN) / across, (MOST_HEIGHT - 2 * MARGIN) / up);
        var height = Math.max(LEAST_HEIGHT, up * scale + 2 * MARGIN);
        var left = (WIDTH - across * scale) / 2;
        var top = (height - up * scale) / 2;
        var dots = new ArrayList<Dot>();
        for (var mark : marks) {
            dots.add(new Dot(
                    mark.name(),
                    mark.tone(),
                    mark.concern(),
                    round(left + (mark.longitude() - west[0]) * shrink * scale),
                    round(top + (south[1] - mark.latitude()) * scale)));
        }
        return new PointMap(WIDTH, round(height), List.copyOf(dots));
    }

    public boolean isEmpty() {
        return dots.isEmpty();
    }

    private static Stream<Mark> marks(Standing standing) {
        var longitude = standing.longitude();
        var latitude = standing.latitude();
        return longitude == null || latitude == null
                ? Stream.empty()
                : Stream.of(new Mark(
                        standing.placeName(), tone(standing), standing.concern().toString(), longitude, latitude));
    }

    private static String tone(Standing standing) {
        if (standing.figures().openHazards() > 0 || standing.figures().number(Figure.IN_DANGER) > 0) {
            return "bad";
        }
        return standing.needs().isEmpty() ? "ok" : "warn";
    }

    private static double[] span(DoubleStream degrees) {
        var ends = degrees.summaryStatistics();
        var more = Math.max(0, LEAST_SPAN - (ends.getMax() - ends.getMin())) / 2;
        return new double[] {ends.getMin() - more, ends.getMax() + more};
    }

    private static double round(double number) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", number));
    }

    /**
     * One point.
     *
     * @param tone place, or ok, warn, bad of what was reported there
     * @param concern opens its reports; null for a place
     */
    public record Dot(String name, String tone, @Nullable String concern, double x, double y) {}

    private record Mark(String name, String tone, @Nullable String concern, double longitude, double latitude) {}
}
