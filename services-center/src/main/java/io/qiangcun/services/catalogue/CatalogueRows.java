package io.qiangcun.services.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.place.PlaceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads editions from the database, two statements for however many. */
@Component
@Transactional(readOnly = true)
class CatalogueRows {

    private static final String SELECT = """
            i.item_id, i.version, i.code, i.edition, i.within is not null as own, i.state, i.category, c.name as category_name,
              i.name, i.accept_level, i.finish_level, i.legal_days, i.promised_days, i.limit_kind, i.limit_basis, i.limit_from,
              i.applicants, i.address, i.fee, i.complaint, i.steps, i.also_called, i.published_at, i.reason, i.recorded_by_person
            from services_item i join services_category c on c.category = i.category
            """;

    private final JdbcClient database;

    CatalogueRows(JdbcClient database) {
        this.database = database;
    }

    /** Of each item the edition that holds in a county, retired ones too. */
    List<ServiceItem> inForce(String county) {
        return read(database.sql("select distinct on (i.code) " + SELECT + """
                 where i.state in ('PUBLISHED', 'RETIRED') and (i.within is null or i.within = :county)
                order by i.code, i.within nulls last, i.edition desc
                """).param("county", county));
    }

    /** All editions of an item that a county sees, the newest first. */
    List<ServiceItem> editions(String county, ServiceItemCode code) {
        return read(
                database.sql("select " + SELECT + """
                 where i.code = :code and (i.within is null or i.within = :county)
                order by i.within nulls last, i.edition desc
                """).param("county", county).param("code", code.value()));
    }

    List<ServiceItem> edition(String county, ServiceItemId id) {
        return read(
                database.sql("select " + SELECT + """
                 where i.item_id = :id and (i.within is null or i.within = :county)
                """).param("county", county).param("id", id.value()));
    }

    List<ServiceItem> drafts(String county) {
        return read(database.sql("select " + SELECT + " where i.state = 'DRAFT' and i.within = :county order by i.code")
                .param("county", county));
    }

    List<Category> categories() {
        return database.sql("select category as number, name from services_category order by category")
                .query(Category.class)
                .list();
    }

    private List<ServiceItem> read(StatementSpec statement) {
        var heads = statement.query(CatalogueRows::head).list();
        if (heads.isEmpty()) {
            return List.of();
        }
        var materials = materials(heads.stream().map(head -> head.id().value()).toList());
        return heads.stream()
                .map(head -> with(head, materials.getOrDefault(head.id().value(), List.of())))
                .toList();
    }

    private record Owned(UUID item, Material material) {}

    private Map<UUID, List<Material>> materials(List<UUID> items) {
        var lines = new ArrayList<Owned>();
        database.sql("""
                select item_id, name, required, promise, shared, copies, source from services_item_material
                where item_id = any(:items) order by item_id, position
                """)
                .param("items", items.toArray(UUID[]::new))
                .query((row, number) -> lines.add(new Owned(
                        row.getObject("item_id", UUID.class),
                        new Material(
                                row.getString("name"),
                                row.getBoolean("required"),
                                row.getBoolean("promise"),
                                row.getBoolean("shared"),
                                row.getInt("copies"),
                                row.getString("source")))))
                .list();
        return lines.stream().collect(groupingBy(Owned::item, mapping(Owned::material, toList())));
    }

    private static ServiceItem with(ServiceItem head, List<Material> materials) {
        return new ServiceItem(
                head.id(),
                head.version(),
                head.code(),
                head.edition(),
                head.own(),
                head.state(),
                head.category(),
                head.name(),
                head.acceptLevel(),
                head.finishLevel(),
                head.limit(),
                head.guide(),
                materials,
                head.publishedAt(),
                head.reason(),
                head.recordedByPerson());
    }

    private static ServiceItem head(ResultSet row, int number) throws SQLException {
        var published = row.getObject("published_at", OffsetDateTime.class);
        return new ServiceItem(
                new ServiceItemId(row.getObject("item_id", UUID.class)),
                row.getLong("version"),
                new ServiceItemCode(row.getString("code")),
                row.getInt("edition"),
                row.getBoolean("own"),
                ItemState.valueOf(row.getString("state")),
                new Category(row.getInt("category"), row.getString("category_name")),
                row.getString("name"),
                PlaceKind.valueOf(row.getString("accept_level")),
                PlaceKind.valueOf(row.getString("finish_level")),
                new ItemLimit(
                        row.getInt("legal_days"),
                        row.getInt("promised_days"),
                        LimitKind.valueOf(row.getString("limit_kind")),
                        row.getString("limit_basis"),
                        row.getObject("limit_from", LocalDate.class)),
                new ServiceItem.Guide(
                        row.getString("applicants"),
                        row.getString("address"),
                        row.getString("fee"),
                        row.getString("complaint"),
                        row.getString("steps"),
                        row.getString("also_called")),
                List.of(),
                published == null ? null : published.toInstant(),
                row.getString("reason"),
                row.getString("recorded_by_person"));
    }
}
