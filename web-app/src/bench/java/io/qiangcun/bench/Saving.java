package io.qiangcun.bench;

import java.util.Map;
import java.util.TreeMap;

/** Opens the form of a record, fills it in and submits it. */
final class Saving {

    static final String FORM = "/party/activities/new?kind=TALK";

    static final String TARGET = "/party/activities";

    /** What a secretary types; the rest the form brings along. */
    static final Map<String, String> TYPED = Map.of(
            "version", "",
            "duty", "",
            "kind", "TALK",
            "topic", "了解思想、工作和生活情况",
            "presentCount", "4",
            "venue", "党员活动室",
            "host", "支部书记",
            "summary", "听取对支部工作的意见建议。",
            "submit", "true");

    private Saving() {}

    static void once(Visitor village) {
        var form = village.get(FORM).body();
        var fields = new TreeMap<>(TYPED);
        for (var name : new String[] {"_csrf", "id", "organisation", "heldOn"}) {
            fields.put(name, village.field(form, name));
        }
        var answer = village.post(TARGET, fields);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("Saving answers " + answer.statusCode() + "\n" + answer.body());
        }
    }
}
