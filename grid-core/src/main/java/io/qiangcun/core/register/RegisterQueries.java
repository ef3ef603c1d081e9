package io.qiangcun.core.register;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.core.register.RegisterColumn.Kind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads registers: which there are, their rows, their totals along the tree, one row with all that belongs to it. */
@Service
@Transactional(readOnly = true)
public class RegisterQueries {

    private static final String MAY_READ = "hasAuthority('" + RegisterAuthorities.READ + "')";
    private static final String IS_CURRENT = Currency.SQL.formatted(":today");
    private static final int MOST_CHILDREN = 500;

    private static final String ROW = """
            select r.row_id, r.place_code, p.name as place_name, t.name as township_name, r.register_code, r.title,
              o.title as parent_title, r.cells, r.names, r.starts_on, r.current_to, r.voided,
              case when r.voided then 'VOIDED' when r.starts_on > :today then 'COMING'
                when r.current_to < :today then 'ENDED' else 'CURRENT' end as state,
              (select count(*) from register_row c where c.parent_id = r.row_id and not c.voided) as children
            from register_row r
              join place p on p.place_code = r.place_code
              left join place t on t.place_code = left(r.place_code, 9) and length(r.place_code) > 9
              left join register_row o on o.row_id = r.parent_id
            where r.place_code >= :lo and r.place_code < :hi
            """;

    private final JdbcClient database;
    private final RegisterRows rows;
    private final RegisterEditions editions;
    private final AttachmentService attachments;
    private final PeopleQueries people;
    private final PlaceTree places;
    private final Clock clock;

    RegisterQueries(
            JdbcClient database,
            RegisterRows rows,
            RegisterEditions editions,
            AttachmentService attachments,
            PeopleQueries people,
            PlaceTree places,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.editions = editions;
        this.attachments = attachments;
        this.people = people;
        this.places = places;
        this.clock = clock;
    }

    /** The registers that accounts of the jurisdiction read. */
    @PreAuthorize(MAY_READ)
    public List<RegisterEdition> catalogue(Jurisdiction jurisdiction) {
        return editions.inForce(jurisdiction.root()).stream()
                .filter(edition -> edition.definition().isReadBy(jurisdiction.level()))
                .toList();
    }

    /** One of them. */
    @PreAuthorize(MAY_READ)
    public RegisterEdition register(Jurisdiction jurisdiction, String code) {
        return editions.inForce(code, jurisdiction.root())
                .filter(edition -> edition.definition().isReadBy(jurisdiction.level()))
                .orElseThrow(() -> new RegisterNotFound(code));
    }

    /** How many rows there are now, by register. */
    @PreAuthorize(MAY_READ)
    public Map<String, Long> counts(Jurisdiction jurisdiction) {
        return database
                .sql("select r.register_code, count(*) as rows from register_row r where " + IS_CURRENT
                        + " and r.place_code >= :lo and r.place_code < :hi group by r.register_code")
                .param("today", today())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> Map.entry(rs.getString("register_code"), rs.getLong("rows")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @PreAuthorize(MAY_READ)
    public Page<RowLine> list(
            Jurisdiction jurisdiction, RegisterDefinition definition, RowFilter filter, Pageable page) {
        var order = definition.figure() == RegisterDefinition.Figure.MONTHLY
                ? "order by starts_on desc, place_code, row_id"
                : "order by place_code, parent_title, title, row_id";
        return filtered(ROW, jurisdiction, definition, filter).page(database, order, page, RegisterQueries::line);
    }

    /** The rows one level below, added up, and all of them together. */
    @PreAuthorize(MAY_READ)
    public List<TotalLine> totals(Jurisdiction jurisdiction, RegisterDefinition definition, RowFilter filter) {
        var within = within(jurisdiction, filter);
        if (within.equals(Jurisdiction.nowhere()) || within.level().digits() >= PlaceKind.VILLAGE.digits()) {
            return List.of();
        }
        var columns = definition.totalled();
        var level = within.level().below();
        var sums = new StringBuilder();
        for (var at = 0; at < columns.size(); at++) {
            sums.append(", coalesce(sum((r.cells->>'%s')::numeric), 0) as total%d"
                    .formatted(columns.get(at).code(), at));
        }
        var inner = """
                select left(r.place_code, %d) as below, count(*) as rows%s
                from register_row r where r.place_code >= :lo and r.place_code < :hi
                """.formatted(level.digits(), sums);
        var listed = filtered(inner, jurisdiction, definition, filter);
        return listed.grouped(
                database,
                "select g.*, p.name from (",
                "group by 1",
                ") g join place p on p.place_code = g.below order by g.below",
                (rs, i) -> total(rs, columns.size()));
    }

    private static TotalLine total(ResultSet rs, int columns) throws SQLException {
        var sums = new ArrayList<BigDecimal>();
        for (var at = 0; at < columns; at++) {
            sums.add(rs.getBigDecimal("total" + at));
        }
        return new TotalLine(new PlaceCode(rs.getString("below")), rs.getString("name"), rs.getLong("rows"), sums);
    }

    /** What a place has, with all that lies in it. */
    public record TotalLine(PlaceCode place, String name, long rows, List<BigDecimal> sums) {}

    private static Jurisdiction within(Jurisdiction jurisdiction, RowFilter filter) {
        var place = filter.place();
        return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
    }

    private ScopedList filtered(
            String select, Jurisdiction jurisdiction, RegisterDefinition definition, RowFilter filter) {
        var list = ScopedList.of(select, within(jurisdiction, filter))
                .with("today", today())
                .and("r.register_code = :code", "code", definition.code())
                .and(
                        "r.parent_id = :parent",
                        "parent",
                        filter.parent() == null ? null : filter.parent().value())
                .and("strpos(r.searched, :text) > 0", "text", filter.text())
                .and(condition(filter.state()));
        definition.filterable().stream()
                .filter(column -> filter.chosen().containsKey(column.code()))
                .forEach(column -> list.and(
                        "r.cells->>'%1$s' = :%1$s".formatted(column.code()),
                        column.code(),
                        filter.chosen().get(column.code())));
        return list;
    }

    private static String condition(@Nullable RowState state) {
        if (state == null) {
            return "not r.voided";
        }
        return switch (state) {
            case CURRENT -> IS_CURRENT;
            case COMING -> "not r.voided and r.starts_on > :today";
            case ENDED -> "not r.voided and r.starts_on <= :today and r.current_to < :today";
            case VOIDED -> "r.voided";
        };
    }

    /** The places of which the account may write rows. */
    @PreAuthorize(MAY_READ)
    public List<WritablePlace> placesToWriteIn(Jurisdiction jurisdiction, RegisterDefinition definition) {
        if (!definition.isWrittenBy(jurisdiction)) {
            return List.of();
        }
        return database.sql("""
                select p.place_code as code, case when length(p.place_code) > 9 then concat_ws(' · ', t.name, p.name)
                  else p.name end as name
                from place p left join place t on t.place_code = left(p.place_code, 9)
                where p.place_code >= :lo and p.place_code < :hi and p.valid_to is null
                  and length(p.place_code) in (:digits)
                order by p.place_code
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param(
                        "digits",
                        definition.levels().stream().map(PlaceKind::digits).toList())
                .query(WritablePlace.class)
                .list();
    }

    /** A place to write a row of. */
    public record WritablePlace(String code, String name) {}

    @PreAuthorize(MAY_READ)
    public RowView show(Jurisdiction jurisdiction, RowId id) {
        var row = rows.findById(id, jurisdiction).orElseThrow(() -> new RowNotFound(id));
        var all = editions.inForce(row.placeCode());
        var edition = all.stream()
                .filter(known -> known.definition().code().equals(row.getRegister()))
                .filter(known -> known.definition().isReadBy(jurisdiction.level()))
                .findFirst()
                .orElseThrow(() -> new RowNotFound(id));
        var currency = row.currency();
        return new RowView(
                id,
                row.getVersion() == null ? 0 : row.getVersion(),
                edition,
                places.path(row.placeCode()).stream()
                        .filter(place -> place.code().kind().digits() > PlaceKind.COUNTY.digits()
                                || place.code().equals(row.placeCode()))
                        .toList(),
                row.getTitle(),
                parent(row.getParent(), all),
                row.getCells(),
                currency.startsOn(),
                currency.untilOn(),
                currency.closedOn(),
                row.getClosingReason(),
                stateOf(currency),
                row.getRecorded(),
                history(id),
                children(jurisdiction, id, all, edition.definition()),
                edition.definition().files().isEmpty()
                        ? List.of()
                        : attachments.list(
                                jurisdiction,
                                new AttachmentOwner(RegisterService.ATTACHMENTS, id.value(), row.placeCode())),
                known(jurisdiction, edition.definition(), row.getCells()));
    }

    /** The row as a letter, if rows of its register are sent. */
    @PreAuthorize(MAY_READ)
    public Optional<RowLetter> letter(Jurisdiction jurisdiction, RowView row) {
        var letter = row.definition().letter();
        var parent = row.parent();
        return letter == null || parent == null
                ? Optional.empty()
                : Optional.of(RowLetter.of(letter, row, show(jurisdiction, parent.id())));
    }

    private RowState stateOf(Currency currency) {
        if (currency.voided()) {
            return RowState.VOIDED;
        }
        if (currency.isCurrentOn(today())) {
            return RowState.CURRENT;
        }
        return currency.startsOn().isAfter(today()) ? RowState.COMING : RowState.ENDED;
    }

    private RowView.@Nullable ParentLine parent(@Nullable RowId parent, List<RegisterEdition> all) {
        return parent == null
                ? null
                : database.sql("select register_code, title from register_row where row_id = :id")
                        .param("id", parent.value())
                        .query((rs, i) -> {
                            var code = rs.getString("register_code");
                            return new RowView.ParentLine(
                                    parent,
                                    rs.getString("title"),
                                    all.stream()
                                            .map(RegisterEdition::definition)
                                            .filter(definition ->
                                                    definition.code().equals(code))
                                            .map(RegisterDefinition::title)
                                            .findFirst()
                                            .orElse(code));
                        })
                        .single();
    }

    private List<RowView.Change> history(RowId id) {
        return database.sql("""
                select number, what, cells, names, reason, recorded_at, recorded_by, recorded_by_person
                from register_row_edition where row_id = :id order by number desc
                """)
                .param("id", id.value())
                .query((rs, i) -> new RowView.Change(
                        rs.getInt("number"),
                        rs.getString("what"),
                        cells(rs),
                        rs.getString("reason"),
                        new Recorded(
                                rs.getObject("recorded_at", OffsetDateTime.class)
                                        .toInstant(),
                                rs.getString("recorded_by"),
                                rs.getString("recorded_by_person"))))
                .list();
    }

    private Map<RegisterEdition, List<RowLine>> children(
            Jurisdiction jurisdiction, RowId id, List<RegisterEdition> all, RegisterDefinition parent) {
        var kinds = all.stream()
                .filter(edition -> parent.code().equals(edition.definition().of()))
                .filter(edition -> edition.definition().isReadBy(jurisdiction.level()))
                .toList();
        if (kinds.isEmpty()) {
            return Map.of();
        }
        var found = ScopedList.of(ROW, jurisdiction)
                .with("today", today())
                .and("r.parent_id = :parent", "parent", id.value())
                .and("not r.voided")
                .first(
                        database,
                        "order by starts_on desc, title, row_id",
                        MOST_CHILDREN,
                        (rs, i) -> Map.entry(rs.getString("register_code"), line(rs, i)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey));
        var children = new LinkedHashMap<RegisterEdition, List<RowLine>>();
        kinds.forEach(kind -> children.put(
                kind,
                found.getOrDefault(kind.definition().code(), List.of()).stream()
                        .map(Map.Entry::getValue)
                        .toList()));
        return children;
    }

    private List<String> known(Jurisdiction jurisdiction, RegisterDefinition definition, Cells cells) {
        var ids = definition.columns().stream()
                .filter(column -> column.kind() == Kind.PERSON && cells.has(column.code()))
                .map(column -> PersonId.valueOf(cells.get(column.code())))
                .distinct()
                .toList();
        return people.briefs(jurisdiction, ids).stream()
                .map(brief -> brief.id().toString())
                .toList();
    }

    /** What registers say about a person, in one question: his page asks many. */
    @PreAuthorize(MAY_READ)
    public List<PersonLine> ofPerson(Jurisdiction jurisdiction, PersonId person) {
        return database.sql("""
                select distinct r.row_id, f.title as register, concat_ws(' · ', o.title, nullif(r.title, '')) as title,
                  r.starts_on, r.current_to
                from register_row_person n
                  join register_row r on r.row_id = n.row_id
                  join register_in_force f on f.code = r.register_code and f.county_code = left(r.place_code, 6)
                  left join register_row o on o.row_id = r.parent_id
                where n.person_id = :person and r.place_code >= :lo and r.place_code < :hi and not r.voided
                  and (f.definition->>'readBy' = 'VILLAGE' or :digits <= DIGITS)
                order by r.starts_on desc, r.row_id
                """.replace("DIGITS", RegisterGaps.DIGITS.formatted("f.definition->>'readBy'")))
                .param("person", person.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("digits", jurisdiction.level().digits())
                .query((rs, i) -> new PersonLine(
                        rs.getString("register"),
                        new RowId(rs.getObject("row_id", UUID.class)),
                        rs.getString("title"),
                        rs.getObject("starts_on", LocalDate.class),
                        rs.getObject("current_to", LocalDate.class)))
                .list();
    }

    /**
     * A row that names a person.
     *
     * @param register its title
     */
    public record PersonLine(
            String register,
            RowId id,
            String title,
            LocalDate startsOn,
            @Nullable LocalDate currentTo) {}

    /** Where the number of rows is not what a rule wants. */
    @PreAuthorize(MAY_READ)
    public List<RegisterGap> gaps(Jurisdiction jurisdiction, RegisterDefinition definition) {
        return definition.rules().isEmpty()
                ? List.of()
                : RegisterGaps.find(database, jurisdiction, today(), definition.code());
    }

    private static RowLine line(ResultSet rs, int row) throws SQLException {
        return new RowLine(
                new RowId(rs.getObject("row_id", UUID.class)),
                new PlaceCode(rs.getString("place_code")),
                rs.getString("place_name"),
                rs.getString("township_name"),
                rs.getString("title"),
                rs.getString("parent_title"),
                cells(rs),
                rs.getObject("starts_on", LocalDate.class),
                rs.getObject("current_to", LocalDate.class),
                RowState.valueOf(rs.getString("state")),
                rs.getLong("children"));
    }

    private static Cells cells(ResultSet rs) throws SQLException {
        return new Cells(TextMapConverter.read(rs.getString("cells")), TextMapConverter.read(rs.getString("names")));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
