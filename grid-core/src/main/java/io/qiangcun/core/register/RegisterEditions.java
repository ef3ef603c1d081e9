package io.qiangcun.core.register;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.domain.Sha256;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.module.DefinitionFiles;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the editions of all registers, those that come with the application and those a county made. */
@Service
@Transactional
public class RegisterEditions {

    private static final String MAY_DEFINE = "hasAuthority('" + RegisterAuthorities.DEFINE + "')";
    private static final String OWN = "own.";

    private static final Comparator<RegisterEdition> IN_ORDER = Comparator.comparing(
                    (RegisterEdition edition) -> edition.definition().own())
            .thenComparing(edition -> edition.definition().order())
            .thenComparing(edition -> edition.definition().code());

    private static final String HEAD = """
            select edition_id, within, edition, published_at, recorded_by_person, reason
            from register_edition
            """;

    private final JdbcClient database;
    private final DefinitionFiles json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Editions never change. */
    private final Map<UUID, RegisterDefinition> read = new ConcurrentHashMap<>();

    /** What came with the application that runs. */
    private volatile Map<String, RegisterDefinition> current = Map.of();

    RegisterEditions(JdbcClient database, DefinitionFiles json, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** Takes in what came with the application; what has not changed stays the edition it is. */
    void keep(List<RegisterDefinition> definitions) {
        onlyOneAtATime();
        current = definitions.stream().collect(toMap(RegisterDefinition::code, definition -> definition));
        var newest = database
                .sql("""
                select distinct on (code) code, content_hash from register_edition where within is null
                order by code, edition desc
                """)
                .query((rs, i) -> Map.entry(rs.getString("code"), rs.getString("content_hash")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (var definition : definitions) {
            var written = json.write(definition);
            if (!Sha256.hex(written).equals(newest.get(definition.code()))) {
                insert(UUID.randomUUID(), definition, null, written, "", "system", "system");
            }
        }
    }

    /** Every register, as it is in force at the place: the edition of its county, or what came with the application. */
    @Transactional(readOnly = true)
    public List<RegisterEdition> inForce(PlaceCode place) {
        return editions(database.sql("""
            select distinct on (code) edition_id, within, edition, published_at, recorded_by_person, reason
            from register_edition where within is null or left(:place, length(within)) = within
            order by code, within nulls last, edition desc
            """).param("place", place.value())).stream()
                .sorted(IN_ORDER)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<RegisterEdition> inForce(String code, PlaceCode place) {
        return editions(database.sql(HEAD + """
             where code = :code and (within is null or left(:place, length(within)) = within)
            order by within nulls last, edition desc limit 1
            """).param("code", code).param("place", place.value())).stream()
                .findFirst();
    }

    /** The edition that came with the application, where there is one. */
    @Transactional(readOnly = true)
    public Optional<RegisterEdition> builtIn(String code) {
        return editions(database.sql(HEAD + " where code = :code and within is null order by edition desc limit 1")
                        .param("code", code))
                .stream()
                .findFirst();
    }

    /** The editions a county made of a register, the newest first. */
    @Transactional(readOnly = true)
    public List<RegisterEdition> ofTheCounty(String code, PlaceCode place) {
        return editions(database.sql(HEAD + """
             where code = :code and within is not null and left(:place, length(within)) = within
            order by edition desc
            """).param("code", code).param("place", place.value()));
    }

    /** A code for a register that a county makes. */
    public static String ownCode(UUID id) {
        return OWN + id.toString().substring(0, 8) + id.toString().substring(9, 13);
    }

    /**
     * Publishes what a county makes: a register of its own, or other words and limits of one that came with the
     * application, never looser than the text it rests on.
     */
    @PreAuthorize(MAY_DEFINE)
    public void publish(
            Jurisdiction jurisdiction, EditionId id, RegisterDefinition definition, int seen, String reason, Actor by) {
        onlyOneAtATime();
        var county = jurisdiction.root();
        if (county.kind() != PlaceKind.COUNTY) {
            throw new DefinitionRefused(List.of(Problem.of(null, "core.register.define.county-only")));
        }
        var before = ofTheCounty(definition.code(), county);
        if (before.stream().anyMatch(edition -> edition.id().equals(id))) {
            return;
        }
        var newest = before.isEmpty() ? 0 : before.get(0).edition();
        if (newest != seen) {
            throw new RegisterChangedMeanwhile(definition.title());
        }
        var problems = new ArrayList<Problem>();
        builtIn(definition.code())
                .ifPresentOrElse(base -> problems.addAll(DefinitionCheck.looser(base.definition(), definition)), () -> {
                    if (!definition.own()) {
                        throw new RegisterNotFound(definition.code());
                    }
                    before.stream()
                            .findFirst()
                            .ifPresent(edition ->
                                    problems.addAll(DefinitionCheck.retyped(edition.definition(), definition)));
                });
        if (!problems.isEmpty()) {
            throw new DefinitionRefused(problems);
        }
        insert(id.value(), definition, county, json.write(definition), reason.strip(), by.login(), by.holder());
        events.publishEvent(new RegisterPublished(id, definition.code(), newest + 1, reason.strip(), county));
    }

    private void insert(
            UUID id,
            RegisterDefinition definition,
            @Nullable PlaceCode within,
            String written,
            String reason,
            String login,
            String person) {
        database.sql("""
            insert into register_edition (edition_id, code, within, edition, title, definition, content_hash,
              published_at, reason, recorded_by, recorded_by_person)
            select :id, :code, :within, coalesce(max(edition), 0) + 1, :title, cast(:definition as jsonb), :hash,
              :at, :reason, :login, :person
            from register_edition where code = :code and within is not distinct from cast(:within as varchar)
            """)
                .param("id", id)
                .param("code", definition.code())
                .param("within", within == null ? null : within.value(), Types.VARCHAR)
                .param("title", definition.title())
                .param("definition", written)
                .param("hash", Sha256.hex(written))
                .param("at", OffsetDateTime.now(clock))
                .param("reason", reason)
                .param("login", login)
                .param("person", person)
                .update();
    }

    /** Definitions are long; only those that were never read are fetched. */
    private List<RegisterEdition> editions(JdbcClient.StatementSpec heads) {
        var found = heads.query(RegisterEditions::head).list();
        var missing =
                found.stream().map(Head::id).filter(id -> !read.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            database.sql("select edition_id, definition from register_edition where edition_id in (:ids)")
                    .param("ids", missing)
                    .query((rs, i) -> read.put(
                            rs.getObject("edition_id", UUID.class),
                            json.read(rs.getString("definition"), RegisterDefinition.class)))
                    .list();
        }
        return found.stream()
                .map(head -> head.edition(today(head, Objects.requireNonNull(read.get(head.id())))))
                .toList();
    }

    /** What a county said before the application was renewed rests on what the application says now. */
    private RegisterDefinition today(Head head, RegisterDefinition said) {
        var base = head.within() == null ? null : current.get(said.code());
        return base == null ? said : said.upon(base);
    }

    private static Head head(ResultSet rs, int row) throws SQLException {
        return new Head(
                rs.getObject("edition_id", UUID.class),
                rs.getString("within"),
                rs.getInt("edition"),
                rs.getObject("published_at", OffsetDateTime.class),
                rs.getString("recorded_by_person"),
                rs.getString("reason"));
    }

    private void onlyOneAtATime() {
        database.sql("select pg_advisory_xact_lock(hashtext('register'))")
                .query()
                .singleRow();
    }

    /** An edition without its definition. */
    private record Head(
            UUID id, @Nullable String within, int edition, OffsetDateTime at, String person, String reason) {

        RegisterEdition edition(RegisterDefinition definition) {
            return new RegisterEdition(
                    new EditionId(id),
                    definition,
                    within == null ? null : new PlaceCode(within),
                    edition,
                    at.toInstant(),
                    person,
                    reason);
        }
    }
}
