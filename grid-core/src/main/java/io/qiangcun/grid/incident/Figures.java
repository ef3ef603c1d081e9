package io.qiangcun.grid.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers as somebody said them, in the order in which they are read; what he did not say is not there, and is not zero. */
public record Figures(Map<Figure, Integer> said) {

    public static final Figures NONE = new Figures(Map.of());

    public Figures {
        var ordered = new EnumMap<Figure, Integer>(Figure.class);
        ordered.putAll(said);
        said = Collections.unmodifiableMap(ordered);
    }

    static Figures of(ResultSet row) throws SQLException {
        var said = new EnumMap<Figure, Integer>(Figure.class);
        for (var figure : Figure.values()) {
            var number = figure.of(row);
            if (number != null) {
                said.put(figure, number);
            }
        }
        return new Figures(said);
    }

    /** Places taken together: what nobody said stays unsaid. */
    public static Figures sum(Collection<Figures> parts) {
        var sum = new EnumMap<Figure, Integer>(Figure.class);
        parts.forEach(part -> part.said.forEach((figure, number) -> sum.merge(figure, number, Integer::sum)));
        return new Figures(sum);
    }

    public @Nullable Integer get(Figure figure) {
        return said.get(figure);
    }

    /** Zero where nothing was said. */
    public int number(Figure figure) {
        return said.getOrDefault(figure, 0);
    }

    /** Hazards found and not yet removed. */
    public int openHazards() {
        return Math.max(0, number(Figure.HAZARDS_FOUND) - number(Figure.HAZARDS_REMOVED));
    }

    /** What it has become more, or less, since then. */
    public int changeSince(Figures earlier, Figure figure) {
        return number(figure) - earlier.number(figure);
    }
}
