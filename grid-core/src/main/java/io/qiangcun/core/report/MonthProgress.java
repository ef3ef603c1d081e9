package io.qiangcun.core.report;

/** How far the reports of one month have come in one place and below. */
public record MonthProgress(
        String placeCode,
        String placeName,
        int expected,
        int open,
        int returned,
        int confirmed,
        int reviewed,
        int locked,
        int missed) {

    /** Reports that the village stands by. */
    public int reported() {
        return confirmed + reviewed + locked;
    }
}
