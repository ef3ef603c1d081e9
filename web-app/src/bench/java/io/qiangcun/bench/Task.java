package io.qiangcun.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is measured, with the limit for its 95th percentile in milliseconds. */
enum Task {
    WARNING_LIST("township warning list", 80, Reader.TOWNSHIP, "/core/warnings"),
    VILLAGE_REPORT("village report with all cells", 120, Reader.VILLAGE, "/core/reports/mine"),
    SAVE_RECORD("save one record", 60, Reader.VILLAGE, Saving.FORM),
    REPORT_EVENT("report a grid event, one in ten with a photo", Events.LIMIT_P99, Reader.VILLAGE, Events.FORM),
    COUNTY_DESK("county desk", 150, Reader.COUNTY, "/"),
    STRUCTURE("county structure", 150, Reader.COUNTY, "/party/structure"),
    POSTS("list of posts", 80, Reader.TOWNSHIP, "/party/posts"),
    MEMBERS("list of members", 80, Reader.TOWNSHIP, "/party/members"),
    PERSON("everything about a person", 120, Reader.TOWNSHIP, "/core/people", "/core/people/"),
    CASES("list of cases", 80, Reader.TOWNSHIP, "/core/cases"),
    CASE("a case with its time line", 120, Reader.COUNTY, "/core/cases", "/core/cases/"),
    HANDOVER("hand-over list of a village", 120, Reader.VILLAGE, "/handover"),
    CADRES("rewards, suspensions and exits", 150, Reader.COUNTY, "/party/cadres"),
    RECRUITING("recruiting funnel", 150, Reader.COUNTY, "/party/recruiting"),
    SCREENING("suggestions for screening", 150, Reader.COUNTY, "/party/screening"),
    REGISTERS("registers with their counts", 150, Reader.COUNTY, "/core/registers"),
    REGISTER("one register", 80, Reader.TOWNSHIP, "/core/registers/party.reserve-pool"),
    TRAINING("training and study hours", 120, Reader.TOWNSHIP, "/party/training"),
    POINTS("list of points", 80, Reader.TOWNSHIP, "/party/points"),
    STANDARDS("checks against standards", 120, Reader.COUNTY, "/party/standards"),
    PLACE("everything about a village", 120, Reader.VILLAGE, "/", "/places/"),
    GRIDS("net of grids", 120, Reader.COUNTY, "/grid/network"),
    EVENTS("open grid events of a county, 250,000 in the table", 80, Reader.COUNTY, "/grid/events"),
    EVENTS_OF_TOWNSHIP("open grid events of a township", 80, Reader.TOWNSHIP, "/grid/events"),
    BOOKS("list of books", 80, Reader.TOWNSHIP, "/economy/books"),
    LADDER("ladder of income", 150, Reader.COUNTY, "/economy/income"),
    NOTICES("list of notices", 80, Reader.TOWNSHIP, "/economy/notices");

    private final String title;
    private final int limit;
    private final Reader reader;
    private final String path;
    private final @Nullable String opens;

    Task(String title, int limit, Reader reader, String path) {
        this(title, limit, reader, path, null);
    }

    /** @param opens how the link begins that is followed from the page at the path, if it is not the page itself */
    Task(String title, int limit, Reader reader, String path, @Nullable String opens) {
        this.title = title;
        this.limit = limit;
        this.reader = reader;
        this.path = path;
        this.opens = opens;
    }

    String title() {
        return title;
    }

    /** Milliseconds that 95 of 100 answers stay below. */
    int limit() {
        return limit;
    }

    Reader reader() {
        return reader;
    }

    /** Those the product was promised for are measured longer, and without a pause too. */
    boolean isEveryDay() {
        return compareTo(COUNTY_DESK) <= 0;
    }

    /** Where the visitor finds it. */
    String pathFor(Visitor visitor) {
        return opens == null ? visitor.landsAt(path) : visitor.firstLink(path, opens);
    }

    /** Whose session asks for it. */
    enum Reader {
        COUNTY,
        TOWNSHIP,
        VILLAGE;

        String file() {
            return name().toLowerCase(Locale.ROOT) + ".csv";
        }

        List<Task> tasks() {
            return Arrays.stream(Task.values()).filter(task -> task.reader == this).toList();
        }
    }
}
