package io.qiangcun.core.register;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.UnitDirectory.Unit;
import io.qiangcun.core.account.Units;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonBrief;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.RegisterColumn.Kind;
import io.qiangcun.core.register.RegisterQueries.WritablePlace;
import io.qiangcun.core.sheet.RowSheet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a sheet: every line is checked first, and then all are written, or none. */
@Service
@Transactional
public class SheetImport {

    private static final int MOST_UNITS = 5;

    private final RegisterQueries registers;
    private final RegisterService service;
    private final PeopleQueries people;
    private final Units units;
    private final JdbcClient database;
    private final Clock clock;

    SheetImport(
            RegisterQueries registers,
            RegisterService service,
            PeopleQueries people,
            Units units,
            JdbcClient database,
            Clock clock) {
        this.registers = registers;
        this.service = service;
        this.people = people;
        this.units = units;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The words of the sheet that are messages.
     *
     * @param place the heading of the column that says where a row belongs
     */
    public record Words(String place, String yes, String no) {}

    /**
     * What came of it.
     *
     * @param written how many rows; none if anything is wrong
     * @param wrong by line number
     */
    public record Result(RowSheet sheet, int written, Map<Integer, List<Problem>> wrong) {}

    /** @param owner the row they belong to, or null */
    @PreAuthorize("hasAuthority('" + RegisterAuthorities.WRITE + "')")
    public Result take(
            Jurisdiction jurisdiction,
            Actor actor,
            RegisterDefinition definition,
            @Nullable RowView owner,
            byte[] workbook,
            Words words) {
        var known = Stream.concat(
                        Stream.of(words.place()), definition.asked().stream().map(RegisterColumn::label))
                .toList();
        var sheet = RowSheet.read(workbook, known, RowSheet.Limits.USUAL);
        var reading = new Reading(jurisdiction, definition, owner, sheet, words);
        var rows = new ArrayList<PastRow>();
        var wrong = new LinkedHashMap<Integer, List<Problem>>();
        sheet.lines().forEach(line -> {
            var problems = new ArrayList<Problem>();
            var row = reading.row(line, problems);
            if (row == null || !problems.isEmpty()) {
                wrong.put(line.number(), problems);
            } else {
                rows.add(row);
            }
        });
        if (wrong.isEmpty()) {
            service.enterAll(jurisdiction, actor, rows);
        }
        return new Result(sheet, wrong.isEmpty() ? rows.size() : 0, wrong);
    }

    /** One sheet on its way into one register. */
    private final class Reading {

        private final RegisterDefinition definition;
        private final @Nullable RowView owner;
        private final RowSheet sheet;
        private final Words words;
        private final RowCheck check;
        private final Map<String, Integer> at = new HashMap<>();
        private final Map<String, List<String>> places;
        private final Map<Kind, Map<String, List<String>>> ids = new HashMap<>();
        private final Set<String> keys;
        private final List<WritablePlace> writable;

        Reading(
                Jurisdiction jurisdiction,
                RegisterDefinition definition,
                @Nullable RowView owner,
                RowSheet sheet,
                Words words) {
            this.definition = definition;
            this.owner = owner;
            this.sheet = sheet;
            this.words = words;
            this.check = new RowCheck(definition, LocalDate.now(clock));
            definition.asked().forEach(column -> at.put(column.code(), sheet.columnOf(column.label())));
            this.writable = owner == null ? registers.placesToWriteIn(jurisdiction, definition) : List.of();
            this.places = writable.stream()
                    .flatMap(place -> Stream.of(
                                    place.code(), place.name(), place.name().replaceAll("^.* · ", ""))
                            .distinct()
                            .map(name -> Map.entry(squeezed(name), place.code())))
                    .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
            this.keys = taken(jurisdiction);
            ids.put(
                    Kind.PERSON,
                    people.called(jurisdiction, names(Kind.PERSON)).stream()
                            .collect(groupingBy(
                                    PersonBrief::name,
                                    mapping(person -> person.id().toString(), toList()))));
            ids.put(
                    Kind.ORGANISATION,
                    names(Kind.ORGANISATION).stream()
                            .flatMap(name -> units.search(jurisdiction, name, MOST_UNITS).stream()
                                    .filter(unit -> unit.name().equals(name)))
                            .collect(groupingBy(
                                    Unit::name, mapping(unit -> unit.id().toString(), toList()))));
            ids.put(Kind.PLACE, names(Kind.PLACE).isEmpty() ? Map.of() : placesNamed(jurisdiction));
        }

        private Map<String, List<String>> placesNamed(Jurisdiction jurisdiction) {
            return database
                    .sql("""
                    select place_code, name from place
                    where place_code >= :lo and place_code < :hi and valid_to is null and name in (:names)
                    """)
                    .param("lo", jurisdiction.lo())
                    .param("hi", jurisdiction.hi())
                    .param("names", names(Kind.PLACE))
                    .query((rs, i) -> Map.entry(rs.getString("name"), rs.getString("place_code")))
                    .list()
                    .stream()
                    .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        }

        /** The keys there are already, with their places. */
        private Set<String> taken(Jurisdiction jurisdiction) {
            return definition.columns().stream().noneMatch(RegisterColumn::key)
                    ? new HashSet<>()
                    : new HashSet<>(database.sql("""
                    select coalesce(cast(parent_id as text), place_code) || '|' || key_value from register_row
                    where register_code = :code and place_code >= :lo and place_code < :hi
                      and key_value is not null and not voided and closed_on is null
                    """)
                            .param("code", definition.code())
                            .param("lo", jurisdiction.lo())
                            .param("hi", jurisdiction.hi())
                            .query(String.class)
                            .list());
        }

        private Set<String> names(Kind kind) {
            var names = new LinkedHashSet<String>();
            definition.asked().stream().filter(column -> column.kind() == kind).forEach(column -> sheet.lines().stream()
                    .map(line -> text(line, column))
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add));
            return names;
        }

        @Nullable
        PastRow row(RowSheet.Line line, List<Problem> problems) {
            var place = placeOf(line, problems);
            var typed = new HashMap<String, String>();
            var values = new HashMap<String, String>();
            var names = new HashMap<String, String>();
            for (var column : definition.asked()) {
                var text = text(line, column);
                if (!column.kind().isLookedUp()) {
                    typed.put(column.code(), text);
                } else if (!text.isEmpty()) {
                    look(column, text, values, names, problems);
                }
            }
            var looked = problems.stream().map(Problem::field).toList();
            var checked = check.check(typed, new Cells(values, names), Cells.EMPTY);
            checked.problems().stream()
                    .filter(problem -> !looked.contains(problem.field()))
                    .forEach(problems::add);
            if (place == null) {
                return null;
            }
            var parent = owner == null ? null : owner.id();
            var key = check.keyOf(checked.cells());
            if (key != null && !keys.add((parent == null ? place.value() : parent.toString()) + "|" + key)) {
                problems.add(Problem.of(null, "core.register.refused.twice"));
            }
            return new PastRow(RowId.next(), definition.code(), place, parent, checked.cells(), null, "");
        }

        private void look(
                RegisterColumn column,
                String text,
                Map<String, String> values,
                Map<String, String> names,
                List<Problem> problems) {
            var found = ids.getOrDefault(column.kind(), Map.of()).getOrDefault(text, List.of());
            if (found.size() == 1) {
                values.put(column.code(), found.get(0));
                names.put(column.code(), text);
            } else {
                problems.add(Problem.of(
                        "cells[" + column.code() + "]",
                        found.isEmpty() ? "core.register.refused.unknown" : "core.register.refused.several-in-sheet",
                        column.label(),
                        found.size()));
            }
        }

        private @Nullable PlaceCode placeOf(RowSheet.Line line, List<Problem> problems) {
            if (owner != null) {
                return owner.place().code();
            }
            var column = sheet.columnOf(words.place());
            var text = column < 0 ? "" : squeezed(line.at(column).text());
            if (text.isEmpty() && writable.size() == 1) {
                return new PlaceCode(writable.get(0).code());
            }
            var found = places.getOrDefault(text, List.of()).stream().distinct().toList();
            if (found.size() == 1) {
                return new PlaceCode(found.get(0));
            }
            problems.add(Problem.of(
                    "place",
                    text.isEmpty()
                            ? "core.register.refused.place-missing"
                            : found.isEmpty()
                                    ? "core.register.refused.place-unknown"
                                    : "core.register.refused.place-several",
                    line.at(Math.max(column, 0)).text()));
            return null;
        }

        private static String squeezed(String name) {
            return name.replaceAll("[\\s·]+", "");
        }

        private String text(RowSheet.Line line, RegisterColumn column) {
            var number = at.getOrDefault(column.code(), -1);
            if (number < 0) {
                return "";
            }
            var value = line.at(number);
            var day = value.day();
            return switch (column.kind()) {
                case DATE, MONTH ->
                    day == null || !value.text().matches("\\d{4,6}(\\.\\d+)?")
                            ? value.text()
                            : value.text().length() < 5 && column.kind() == Kind.MONTH ? value.text() : day.toString();
                case YES_NO -> yesOrNo(value.text().strip());
                default -> value.text().strip();
            };
        }

        private String yesOrNo(String text) {
            return text.equals(words.yes()) ? "yes" : text.equals(words.no()) ? "no" : text;
        }
    }
}
