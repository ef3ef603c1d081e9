package io.qiangcun.party.standard;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.standard.Edition.Item;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Standards and their editions: read by the day, decided by the county from a day on. */
@Service
@Transactional
public class Standards {

    static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_STANDARDS + "')";
    private static final String MAY_SET = "hasAuthority('" + PartyAuthorities.SET_STANDARDS + "')";
    private static final int MOST = 100;

    private static final String HEAD = """
            select edition_id, code, within, valid_from, title, applies_to, pass_percent, record_kind, basis_text,
              recorded_at, recorded_by, recorded_by_person
            from party_standard_edition
            """;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final List<Answers> answers;
    private final Clock clock;

    Standards(JdbcClient database, ApplicationEventPublisher events, ObjectProvider<Answers> answers, Clock clock) {
        this.database = database;
        this.events = events;
        this.answers = answers.orderedStream().toList();
        this.clock = clock;
    }

    /** What records can answer. */
    public List<String> questions() {
        return answers.stream()
                .flatMap(source -> source.questions().stream())
                .sorted()
                .toList();
    }

    /** In force at the place on the day: the county's own edition, or the one that came with the application. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Edition> inForce(PlaceCode place, LocalDate on) {
        return editions(place, on);
    }

    /** The edition that counts last, today or later. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Optional<Edition> latest(Jurisdiction jurisdiction, String code) {
        return withItems(heads("""
                                 where code = :code and (within = '' or within = :county)
                                order by within desc, valid_from desc limit 1
                                """)
                        .param("code", code)
                        .param("county", jurisdiction.root().county().value())
                        .query(Head.class)
                        .list())
                .stream()
                .findFirst();
    }

    /** All editions that ever counted here or will, the latest first, without their items. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Edition> history(Jurisdiction jurisdiction, String code) {
        return heads(" where code = :code and (within = '' or within = :county) order by valid_from desc, within desc")
                .param("code", code)
                .param("county", jurisdiction.root().county().value())
                .query(Head.class)
                .list()
                .stream()
                .map(head -> head.edition(List.of()))
                .toList();
    }

    /** Another edition from the day on; checks that were made keep theirs. */
    @PreAuthorize(MAY_SET)
    public void decide(Jurisdiction jurisdiction, Actor actor, DecideEdition command) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new StandardRefused(null, "county-only");
        }
        var latest = latest(jurisdiction, command.code()).orElseThrow(() -> new CheckNotFound(command.code()));
        var today = LocalDate.now(clock);
        if (command.validFrom().isBefore(today)) {
            throw new StandardRefused("validFrom", "past", today);
        }
        if (!latest.within().isEmpty() && !latest.validFrom().isBefore(command.validFrom())) {
            throw new StandardRefused("validFrom", "later", latest.validFrom());
        }
        if (command.items().isEmpty() || command.items().size() > MOST) {
            throw new StandardRefused("title", "items", MOST);
        }
        var unknown = command.items().stream()
                .filter(item -> item.question() != null && !questions().contains(item.question()))
                .findFirst();
        if (unknown.isPresent()) {
            throw new StandardRefused(null, "question");
        }
        insert(jurisdiction, actor, latest, command);
        events.publishEvent(new StandardChanged(
                command.code(),
                jurisdiction.root(),
                command.validFrom(),
                command.items().size()));
    }

    Optional<Edition> edition(UUID id) {
        return withItems(heads(" where edition_id = :id")
                        .param("id", id)
                        .query(Head.class)
                        .list())
                .stream()
                .findFirst();
    }

    List<Edition> editions(PlaceCode place, LocalDate on) {
        return withItems(database.sql("""
                select * from (
                  select distinct on (code) edition_id, code, within, valid_from, title, applies_to, pass_percent,
                    record_kind, basis_text, recorded_at, recorded_by, recorded_by_person, position
                  from party_standard_edition
                  where valid_from <= :on and (within = '' or within = :county)
                  order by code, within desc, valid_from desc
                ) edition order by position, code
                """)
                .param("on", on)
                .param("county", place.county().value())
                .query(Head.class)
                .list());
    }

    private void insert(Jurisdiction jurisdiction, Actor actor, Edition before, DecideEdition command) {
        var id = UUID.randomUUID();
        try {
            database.sql("""
                    insert into party_standard_edition (edition_id, code, within, valid_from, position, title, applies_to,
                      pass_percent, record_kind, basis_kind, basis_text, recorded_at, recorded_by, recorded_by_person)
                    select :id, code, :within, :from, position, :title, applies_to, :percent, record_kind, 'LOCAL', :basis,
                      :at, :by, :person
                    from party_standard_edition where edition_id = :before
                    """)
                    .param("id", id)
                    .param("within", jurisdiction.root().value())
                    .param("from", command.validFrom())
                    .param("title", command.title())
                    .param("percent", command.passPercent())
                    .param("basis", command.basisText())
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", actor.login())
                    .param("person", actor.holder())
                    .param("before", before.editionId())
                    .update();
        } catch (DuplicateKeyException sameDay) {
            throw new StandardRefused("validFrom", "later", command.validFrom());
        }
        var known = before.items().stream().collect(Collectors.toMap(Item::itemCode, item -> item));
        var position = 0;
        for (var item : command.items()) {
            var old = known.get(item.code());
            database.sql("""
                    insert into party_standard_item (edition_id, item_code, position, section, title, question, basis_kind,
                      basis_text)
                    values (:id, :code, :position, :section, :title, :question, :kind, :basis)
                    """)
                    .param("id", id)
                    .param("code", item.code())
                    .param("position", ++position)
                    .param("section", item.section())
                    .param("title", item.title())
                    .param("question", item.question(), java.sql.Types.VARCHAR)
                    .param("kind", old != null && old.basisText().equals(item.basisText()) ? old.basisKind() : "LOCAL")
                    .param("basis", item.basisText())
                    .update();
        }
    }

    private List<Edition> withItems(List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<ItemRow>> items = database
                .sql("""
                select edition_id, item_code, position, section, title, question, basis_kind, basis_text
                from party_standard_item where edition_id in (:ids) order by position, item_code
                """)
                .param("ids", heads.stream().map(Head::editionId).toList())
                .query(ItemRow.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(ItemRow::editionId));
        return heads.stream()
                .map(head -> head.edition(items.getOrDefault(head.editionId(), List.of()).stream()
                        .map(ItemRow::item)
                        .toList()))
                .toList();
    }

    private JdbcClient.StatementSpec heads(String which) {
        return database.sql(HEAD + which);
    }

    /** What the county decides about a standard. */
    public record DecideEdition(
            String code,
            LocalDate validFrom,
            String title,
            int passPercent,
            String basisText,
            List<DecidedItem> items) {

        public DecideEdition {
            items = List.copyOf(items);
        }
    }

    /** One item of it. */
    public record DecidedItem(
            String code,
            String section,
            String title,
            @Nullable String question,
            String basisText) {}

    private record Head(
            UUID editionId,
            String code,
            String within,
            LocalDate validFrom,
            String title,
            String appliesTo,
            int passPercent,
            @Nullable String recordKind,
            String basisText,
            Instant recordedAt,
            String recordedBy,
            String recordedByPerson) {

        Edition edition(List<Item> items) {
            return new Edition(
                    editionId,
                    code,
                    within,
                    validFrom,
                    title,
                    appliesTo,
                    passPercent,
                    recordKind,
                    basisText,
                    recordedAt,
                    recordedBy,
                    recordedByPerson,
                    items);
        }
    }

    private record ItemRow(
            UUID editionId,
            String itemCode,
            int position,
            String section,
            String title,
            @Nullable String question,
            String basisKind,
            String basisText) {

        Item item() {
            return new Item(itemCode, position, section, title, question, basisKind, basisText);
        }
    }
}
