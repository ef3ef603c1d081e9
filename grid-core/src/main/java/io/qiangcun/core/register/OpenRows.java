package io.qiangcun.core.register;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentRemoved;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.AttachmentView;
import io.qiangcun.core.attachment.StoredFile;
import io.qiangcun.core.domain.Sha256;
import io.qiangcun.core.place.CountyMemory;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows that a county shows to everybody, kept in memory: those of registers that are open, from the day on which they
 * start to count until they end or are voided. Reading them asks for no rights.
 */
@Component
public class OpenRows {

    private final RegisterEditions editions;
    private final AttachmentService attachments;
    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final CountyMemory<Shown> memory;

    OpenRows(
            RegisterEditions editions,
            AttachmentService attachments,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.editions = editions;
        this.attachments = attachments;
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
        this.memory = new CountyMemory<>(clock, this::read);
    }

    private record Shown(Map<String, List<OpenRow>> rows, String tag) {}

    /** In the order of their places, of each place the last first. */
    public List<OpenRow> of(PlaceCode county, String register) {
        return memory.of(county).rows().getOrDefault(register, List.of());
    }

    /** Changes when any of them does. */
    public String tag(PlaceCode county) {
        return memory.of(county).tag();
    }

    /** A photo of one of them; nothing for any other file. */
    public Optional<StoredFile> photo(PlaceCode county, AttachmentId id, boolean small) {
        var isOpen = memory.of(county).rows().values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.photos().stream())
                .anyMatch(photo -> photo.photoId().equals(id));
        if (!isOpen) {
            return Optional.empty();
        }
        var there = Jurisdiction.within(county.county());
        try (var scope = Scope.as(there, Jurisdiction.nowhere())) {
            return attachments.find(there, id, small).filter(StoredFile::photo);
        }
    }

    /** Whatever row it was: reading them again costs less than telling. */
    @TransactionalEventListener({
        RowEntered.class,
        RowCorrected.class,
        RowEnded.class,
        RowVoided.class,
        RegisterPublished.class,
        AttachmentRemoved.class
    })
    void forget(PlaceBound changed) {
        memory.forget(changed.placeCode());
    }

    private Shown read(PlaceCode county) {
        var there = Jurisdiction.within(county);
        try (var scope = Scope.as(there, Jurisdiction.nowhere())) {
            return Objects.requireNonNull(reading.execute(status -> read(there)));
        }
    }

    private Shown read(Jurisdiction there) {
        var open = editions.inForce(there.root()).stream()
                .map(RegisterEdition::definition)
                .filter(RegisterDefinition::open)
                .collect(toMap(RegisterDefinition::code, definition -> definition));
        var bare = database.sql("""
                        select r.row_id, r.register_code, r.place_code, p.name as place_name, r.starts_on, r.cells, r.names
                        from register_row r join place p on p.place_code = r.place_code
                        where r.register_code = any(:codes) and r.place_code >= :lo and r.place_code < :hi and not r.voided
                          and r.starts_on <= :today and (r.current_to is null or r.current_to >= :today)
                        order by r.place_code, r.starts_on desc, r.row_id
                        """)
                .param("codes", open.keySet().toArray(String[]::new))
                .param("lo", there.lo())
                .param("hi", there.hi())
                .param("today", LocalDate.now(clock))
                .query((row, index) -> bare(row, Objects.requireNonNull(open.get(row.getString("register_code")))))
                .list();
        var photos = attachments.listAll(
                there,
                RegisterService.ATTACHMENTS,
                bare.stream().map(OpenRow::rowId).toList());
        var rows = bare.stream().map(row -> with(row, photos)).collect(groupingBy(OpenRow::register));
        return new Shown(rows, Sha256.hex(rows.toString()).substring(0, 16));
    }

    private static OpenRow bare(ResultSet row, RegisterDefinition definition) throws SQLException {
        var cells =
                new Cells(TextMapConverter.read(row.getString("cells")), TextMapConverter.read(row.getString("names")));
        var shown = new HashMap<String, String>();
        for (var column : definition.columns()) {
            if (column.kind() != RegisterColumn.Kind.PERSON && !column.sensitive() && cells.has(column.code())) {
                shown.put(column.code(), cells.shown(column));
            }
        }
        return new OpenRow(
                row.getObject("row_id", UUID.class),
                definition.code(),
                row.getString("place_code"),
                row.getString("place_name"),
                row.getObject("starts_on", LocalDate.class),
                Map.copyOf(shown),
                List.of());
    }

    private static OpenRow with(OpenRow row, Map<UUID, List<AttachmentView>> photos) {
        return new OpenRow(
                row.rowId(),
                row.register(),
                row.placeCode(),
                row.placeName(),
                row.startsOn(),
                row.cells(),
                photos.getOrDefault(row.rowId(), List.of()).stream()
                        .filter(AttachmentView::photo)
                        .map(photo -> new OpenRow.Photo(photo.id(), photo.name()))
                        .toList());
    }
}
