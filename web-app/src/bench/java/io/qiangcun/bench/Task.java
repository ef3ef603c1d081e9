package io.qiangcun.bench;

/** What is measured, with the limit for its 95th percentile in milliseconds. */
enum Task {
    WARNING_LIST("township warning list", 80),
    VILLAGE_REPORT("village report with all cells", 120),
    SAVE_RECORD("save one record", 60),
    COUNTY_DESK("county desk", 150);

    private final String title;
    private final int limit;

    Task(String title, int limit) {
        this.title = title;
        this.limit = limit;
    }

    String title() {
        return title;
    }

    int limit() {
        return limit;
    }
}
