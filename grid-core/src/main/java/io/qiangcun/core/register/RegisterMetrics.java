package io.qiangcun.core.register;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.WordSource;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.register.RegisterDefinition.Figure;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What every register that came with the application contributes: how many rows, the totals of its columns, how many meet
 * its rules. The words for it are made of the register's own. A register that only some read tells no figures.
 */
@Component
class RegisterMetrics implements MetricSource, WordSource {

    private static final String LAST_DAY = "cast(:until as date) - 1";

    private static final String NOW = """
            select r.place_code, LAST_DAY as day, AMOUNT as amount, r.title as label,
              '/core/register-rows/' || r.row_id as href
            from register_row r
            where r.register_code = 'CODE' and r.place_code >= :lo and r.place_code < :hi
              and not r.voided and r.starts_on < :until and (r.current_to is null or r.current_to >= LAST_DAY)
            """;

    private static final String MONTH = """
            select r.place_code, r.starts_on as day, AMOUNT as amount, r.title as label,
              '/core/register-rows/' || r.row_id as href
            from register_row r
            where r.register_code = 'CODE' and r.place_code >= :lo and r.place_code < :hi
              and not r.voided and r.starts_on >= :from and r.starts_on < :until
            """;

    private static final String EVER = """
            select r.place_code, LAST_DAY as day, 1 as amount, r.title as label,
              '/core/register-rows/' || r.row_id as href
            from register_row r
            where r.register_code = 'CODE' and r.place_code >= :lo and r.place_code < :hi
              and not r.voided and r.starts_on < :until
            """;

    private static final String ASKED = """
            select c.place_code, LAST_DAY as day, 1 as amount, coalesce(c.parent_title, c.place_name) as label,
              coalesce('/core/register-rows/' || c.parent_id, '/core/registers/CODE?place=' || c.place_code) as href
            from (COUNTED) c where c.rule = 'RULE'
            """;

    private final List<MetricDefinition> metrics = new ArrayList<>();

    /** Message keys with the message that they are made of and what is put into it. */
    private final Map<String, Wording> words = new HashMap<>();

    RegisterMetrics(RegisterFiles files) {
        files.definitions().stream()
                .filter(definition -> definition.readBy() == PlaceKind.VILLAGE)
                .forEach(this::add);
    }

    @Override
    public List<MetricDefinition> metrics() {
        return List.copyOf(metrics);
    }

    @Override
    public @Nullable String word(String key, UnaryOperator<@Nullable String> bundles) {
        var wording = words.get(key);
        return wording == null
                ? null
                : new MessageFormat(Objects.requireNonNull(bundles.apply(wording.key())), Locale.SIMPLIFIED_CHINESE)
                        .format(wording.arguments().toArray());
    }

    private void add(RegisterDefinition definition) {
        var counted = definition.figure() == Figure.CURRENT ? "rows" : "month";
        sum(
                definition,
                "-rows",
                definition.measure(),
                Better.NEUTRAL,
                rows(definition, "1"),
                counted,
                definition.title());
        definition.totalled().forEach(column -> {
            var measure = column.kind() == RegisterColumn.Kind.MONEY
                    ? MetricUnit.YUAN
                    : Objects.requireNonNullElse(column.measure(), MetricUnit.ITEMS);
            sum(
                    definition,
                    "-sum-" + column.code(),
                    measure,
                    Better.NEUTRAL,
                    rows(definition, "coalesce((r.cells->>'%s')::numeric, 0)".formatted(column.code())),
                    counted + "-sum",
                    definition.title(),
                    column.label());
        });
        definition.rules().forEach(rule -> add(definition, rule));
        definition.shares().forEach(share -> add(definition, share));
    }

    private void add(RegisterDefinition definition, CountRule rule) {
        var asked = ASKED.replace(
                        "COUNTED",
                        RegisterGaps.countedOn("(" + LAST_DAY + ")", "and f.code = '" + definition.code() + "'"))
                .replace("RULE", rule.code());
        var name = "-" + rule.code();
        var per = rule.per() == CountRule.Per.PLACE ? MetricUnit.ITEMS : definition.measure();
        sum(definition, name + "-asked", per, Better.NEUTRAL, asked, "asked", definition.title(), rule.title());
        sum(
                definition,
                name + "-met",
                per,
                Better.MORE,
                asked + " and " + RegisterGaps.IS_MET.replace("rows", "c.rows").replace("at_", "c.at_"),
                "met",
                definition.title(),
                rule.title());
        share(definition, name + "-share", name + "-met", name + "-asked", "share", definition.title(), rule.title());
    }

    private void add(RegisterDefinition definition, RegisterShare share) {
        var name = "-" + share.code();
        sum(definition, name + "-ever", definition.measure(), Better.NEUTRAL, EVER, "ever", definition.title());
        sum(
                definition,
                name + "-filled",
                definition.measure(),
                Better.NEUTRAL,
                EVER + " and r.cells->>'%s' is not null".formatted(share.filled()),
                "filled",
                definition.title(),
                definition.column(share.filled()).label());
        share(
                definition,
                name + "-share",
                name + "-filled",
                name + "-ever",
                "named-share",
                definition.title(),
                share.title(),
                definition.column(share.filled()).label());
    }

    private static String rows(RegisterDefinition definition, String amount) {
        return (definition.figure() == Figure.CURRENT ? NOW : MONTH).replace("AMOUNT", amount);
    }

    private void sum(
            RegisterDefinition definition,
            String name,
            MetricUnit unit,
            Better better,
            String rows,
            String wording,
            Object... arguments) {
        var sql = rows.replace("LAST_DAY", LAST_DAY).replace("CODE", definition.code());
        metrics.add(MetricDefinition.sum(definition.code() + name, unit, better, sql)
                .knownForCertain());
        say(definition.code() + name, wording, arguments);
    }

    private void share(
            RegisterDefinition definition,
            String name,
            String numerator,
            String denominator,
            String wording,
            Object... arguments) {
        metrics.add(MetricDefinition.share(
                        definition.code() + name,
                        Better.MORE,
                        definition.code() + numerator,
                        definition.code() + denominator)
                .knownForCertain());
        say(definition.code() + name, wording, arguments);
    }

    private void say(String metric, String wording, Object... arguments) {
        var beginning = "core.register.metric." + wording;
        words.put(metric + ".title", new Wording(beginning + ".title", List.of(arguments)));
        words.put(metric + ".definition", new Wording(beginning + ".definition", List.of(arguments)));
    }

    private record Wording(String key, List<Object> arguments) {}
}
