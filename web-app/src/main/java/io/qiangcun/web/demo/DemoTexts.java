package io.qiangcun.web.demo;

import io.qiangcun.party.activity.ActivityKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What meetings are about, by kind, month and where they are held. */
final class DemoTexts {

    private final Map<ActivityKind, List<Text>> texts;

    DemoTexts() {
        texts = DemoResource.rows("activities.csv", "|").stream()
                .map(Text::of)
                .collect(Collectors.groupingBy(
                        Text::kind, () -> new EnumMap<>(ActivityKind.class), Collectors.toList()));
    }

    Text of(ActivityKind kind, boolean rural, int month, DemoRandom random) {
        var fitting = texts.getOrDefault(kind, List.of()).stream()
                .filter(text -> text.fits(rural, month))
                .toList();
        return random.oneOf(fitting);
    }

    /**
     * One of them.
     *
     * @param where A for everywhere, V for villages, O for offices
     * @param months none means any
     * @param decisions a line for each
     */
    record Text(ActivityKind kind, String where, List<Integer> months, String topic, String summary, String decisions) {

        private static Text of(List<String> row) {
            return new Text(
                    ActivityKind.valueOf(row.get(0)),
                    row.get(1),
                    Arrays.stream(row.get(2).split(","))
                            .filter(month -> !month.isEmpty())
                            .map(Integer::valueOf)
                            .toList(),
                    row.get(3),
                    row.get(4),
                    row.get(5).replace('/', '\n'));
        }

        private boolean fits(boolean rural, int month) {
            return (months.isEmpty() || months.contains(month))
                    && (where.equals("A") || where.equals(rural ? "V" : "O"));
        }
    }
}
