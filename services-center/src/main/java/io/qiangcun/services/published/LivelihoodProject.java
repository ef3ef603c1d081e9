package io.qiangcun.services.published;

import io.qiangcun.core.register.OpenRow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a county has promised to do for its people in a year.
 *
 * @param publishedIn where the promise stands
 * @param progress how far it is, in plain words; empty if nothing was said yet
 * @param resultOn when the result was published
 */
public record LivelihoodProject(
        int year,
        String name,
        String lead,
        String target,
        LocalDate publishedOn,
        String publishedIn,
        String progress,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate resultOn,
        List<OpenRow.Photo> photos) {

    static LivelihoodProject of(OpenRow row) {
        return new LivelihoodProject(
                Integer.parseInt(row.get("year")),
                row.get("name"),
                row.get("lead"),
                row.get("target"),
                row.startsOn(),
                row.get("publishedIn"),
                row.get("progress"),
                row.day("doneOn"),
                row.day("resultPublishedOn"),
                row.photos());
    }

    public boolean isDone() {
        return doneOn != null;
    }
}
