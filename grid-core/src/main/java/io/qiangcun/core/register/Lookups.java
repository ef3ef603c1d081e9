package io.qiangcun.core.register;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Units;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonBrief;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceNotFound;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.register.RegisterColumn.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the persons, organisations and places that a row names, in the jurisdiction of whoever writes it. */
@Component
public class Lookups {

    private static final int MOST = 20;

    private final PeopleQueries people;
    private final Units units;
    private final PlaceTree places;
    private final JdbcClient database;

    Lookups(PeopleQueries people, Units units, PlaceTree places, JdbcClient database) {
        this.people = people;
        this.units = units;
        this.places = places;
        this.database = database;
    }

    /** Somebody, or something, that may be meant. */
    public record Candidate(String id, String name, String detail) {}

    /** Those whose name contains the text; where some are called exactly so, only these. */
    public List<Candidate> named(Jurisdiction jurisdiction, Kind kind, String text) {
        var name = text.strip();
        if (name.isEmpty()) {
            return List.of();
        }
        var found =
                switch (kind) {
                    case PERSON -> persons(jurisdiction, name);
                    case ORGANISATION ->
                        units.search(jurisdiction, name, MOST).stream()
                                .map(unit -> new Candidate(unit.id().toString(), unit.name(), ""))
                                .toList();
                    case PLACE -> places(jurisdiction, name);
                    default -> List.<Candidate>of();
                };
        var exact = found.stream()
                .filter(candidate -> candidate.name().equals(name))
                .toList();
        return exact.isEmpty() ? found : exact;
    }

    private List<Candidate> persons(Jurisdiction jurisdiction, String name) {
        var found = people.named(jurisdiction, name, MOST);
        var where = placeNames(found.stream().map(PersonBrief::place).distinct().toList());
        return found.stream()
                .map(person -> new Candidate(
                        person.id().toString(),
                        person.name(),
                        person.bornOn().toString().substring(0, "1980-05".length()) + " "
                                + where.getOrDefault(person.place().value(), "")))
                .toList();
    }

    private Map<String, String> placeNames(List<PlaceCode> codes) {
        return codes.isEmpty()
                ? Map.of()
                : database
                        .sql("select place_code, name from place where place_code in (:codes)")
                        .param("codes", codes.stream().map(PlaceCode::value).toList())
                        .query((rs, i) -> Map.entry(rs.getString("place_code"), rs.getString("name")))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Candidate> places(Jurisdiction jurisdiction, String name) {
        return database.sql("""
                select p.place_code as id, p.name, coalesce(t.name, '') as detail
                from place p left join place t on t.place_code = left(p.place_code, 9) and length(p.place_code) > 9
                where p.place_code >= :lo and p.place_code < :hi and p.valid_to is null and strpos(p.name, :name) > 0
                order by p.place_code limit :most
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("name", name)
                .param("most", MOST)
                .query(Candidate.class)
                .list();
    }

    /**
     * What was chosen, with the names as they are now; who lies outside the jurisdiction cannot be chosen, but stays where
     * he was entered before.
     */
    Cells found(
            Jurisdiction jurisdiction,
            RegisterDefinition definition,
            Map<String, String> chosen,
            Cells before,
            List<Problem> problems) {
        var values = new HashMap<String, String>();
        var names = new HashMap<String, String>();
        var persons = new HashMap<String, PersonId>();
        var organisations = new HashMap<String, UUID>();
        for (var column : definition.asked()) {
            var id = chosen.getOrDefault(column.code(), "");
            if (!column.kind().isLookedUp() || id.isEmpty()) {
                continue;
            }
            if (id.equals(before.get(column.code()))) {
                values.put(column.code(), id);
                names.put(column.code(), before.names().getOrDefault(column.code(), ""));
                continue;
            }
            try {
                switch (column.kind()) {
                    case PERSON -> persons.put(column.code(), PersonId.valueOf(id));
                    case ORGANISATION -> organisations.put(column.code(), UUID.fromString(id));
                    default -> {
                        names.put(
                                column.code(),
                                places.require(new PlaceCode(id), jurisdiction).name());
                        values.put(column.code(), id);
                    }
                }
            } catch (IllegalArgumentException | PlaceNotFound nothingSuch) {
                unknown(column, problems);
            }
        }
        var briefs = people.briefs(jurisdiction, List.copyOf(new ArrayList<>(persons.values()))).stream()
                .collect(toMap(PersonBrief::id, PersonBrief::name, (one, same) -> one));
        persons.forEach(
                (column, id) -> put(definition, column, id.toString(), briefs.get(id), values, names, problems));
        var unitNames = units.names(jurisdiction, organisations.values());
        organisations.forEach(
                (column, id) -> put(definition, column, id.toString(), unitNames.get(id), values, names, problems));
        return new Cells(values, names);
    }

    private static void put(
            RegisterDefinition definition,
            String column,
            String id,
            @org.jspecify.annotations.Nullable String name,
            Map<String, String> values,
            Map<String, String> names,
            List<Problem> problems) {
        if (name == null) {
            unknown(definition.column(column), problems);
        } else {
            values.put(column, id);
            names.put(column, name);
        }
    }

    private static void unknown(RegisterColumn column, List<Problem> problems) {
        problems.add(Problem.of("cells[" + column.code() + "]", "core.register.refused.unknown", column.label()));
    }
}
