package io.qiangcun.core.procedure;

import java.util.Map;

/** Sheets handed out and come back, and how many said what. */
public record Poll(Map<String, String> counts) {

    public Poll {
        counts = Map.copyOf(counts);
    }

    /** As it is written in evidence; an empty one where there is none. */
    public static Poll of(String text) {
        return new Poll(Items.read(text)
                .filter(items -> items.size() == 1)
                .map(items -> items.rows().get(0))
                .orElse(Map.of()));
    }

    public int sent() {
        return said("sent");
    }

    public int back() {
        return said("back");
    }

    public int said(String choice) {
        var many = counts.getOrDefault(choice, "");
        return many.matches("[0-9]{1,6}") ? Integer.parseInt(many) : 0;
    }

    /** As evidence keeps it. */
    public String text() {
        return new Items(java.util.List.of(counts)).text();
    }
}
