package io.qiangcun.services.published;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.OpenRow;
import io.qiangcun.core.register.OpenRows;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a county publishes of its registers: what it does for its people, and where one can go. */
@Component
public class Published {

    private static final Comparator<LivelihoodProject> LAST_YEAR_FIRST = Comparator.comparingInt(
                    LivelihoodProject::year)
            .reversed()
            .thenComparing(LivelihoodProject::isDone)
            .thenComparing(LivelihoodProject::name);

    private final OpenRows rows;

    Published(OpenRows rows) {
        this.rows = rows;
    }

    /** The last year first, in each those still to be done before those done. */
    public List<LivelihoodProject> projects(PlaceCode county) {
        return rows.of(county, "services.livelihood-project").stream()
                .map(LivelihoodProject::of)
                .sorted(LAST_YEAR_FIRST)
                .toList();
    }

    /** Those worth a journey. */
    public List<Venue> venues(PlaceCode county) {
        return venues(rows.of(county, "services.culture-venue"));
    }

    /** Reading rooms and the like, in the order of their places. */
    public List<Venue> facilities(PlaceCode county) {
        return venues(rows.of(county, "services.culture-facility"));
    }

    private static List<Venue> venues(List<OpenRow> rows) {
        return rows.stream().map(Venue::of).toList();
    }
}
