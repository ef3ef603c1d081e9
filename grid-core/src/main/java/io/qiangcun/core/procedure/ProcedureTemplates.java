package io.qiangcun.core.procedure;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.domain.Sha256;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the editions of all procedures, those that come with the application and those a county made of them. */
@Service
@Transactional
public class ProcedureTemplates {

    private static final String COLUMNS = """
            select template_id, within, edition, base_id, definition, published_at, recorded_by_person, reason
            from procedure_template
            """;

    private final JdbcClient database;
    private final TemplateJson json;
    private final ApplicationEventPublisher events;
    private final RuleParameters parameters;
    private final Clock clock;

    /** Editions never change. */
    private final Map<UUID, ProcedureTemplate> read = new ConcurrentHashMap<>();

    ProcedureTemplates(
            JdbcClient database,
            TemplateJson json,
            ApplicationEventPublisher events,
            RuleParameters parameters,
            Clock clock) {
        this.parameters = parameters;
        this.database = database;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** Takes in what came with the application; what has not changed stays the edition it is. */
    void keep(ProcedureTemplate template) {
        onlyOneAtATime(template.code());
        var written = json.write(template);
        var hash = Sha256.hex(written);
        var newest = database.sql("""
                select content_hash from procedure_template where code = :code and within is null
                order by edition desc limit 1
                """)
                .param("code", template.code())
                .query(String.class)
                .optional();
        if (newest.isEmpty() || !newest.get().equals(hash)) {
            insert(UUID.randomUUID(), template, null, null, written, hash, "", "system", "system");
        }
    }

    @Transactional(readOnly = true)
    public TemplateEdition find(TemplateId id) {
        return database.sql(COLUMNS + " where template_id = :id")
                .param("id", id.value())
                .query((rs, i) -> edition(rs))
                .optional()
                .orElseThrow(() -> new ProcedureNotFound(id));
    }

    /** What a case in the place starts with now. */
    @Transactional(readOnly = true)
    public Optional<TemplateEdition> inForce(String code, PlaceCode place) {
        return inForce(place).stream()
                .filter(edition -> edition.template().code().equals(code))
                .findFirst();
    }

    /** Every procedure, as it is in force at the place: the copy of its county, or what came with the application. */
    @Transactional(readOnly = true)
    public List<TemplateEdition> inForce(PlaceCode place) {
        var found = new LinkedHashMap<String, TemplateEdition>();
        database.sql("""
            select distinct on (code) template_id, within, edition, base_id, definition, published_at,
              recorded_by_person, reason
            from procedure_template where within is null or left(:place, length(within)) = within
            order by code, within nulls last, edition desc
            """)
                .param("place", place.value())
                .query((rs, i) -> edition(rs))
                .list()
                .forEach(edition -> found.put(edition.template().code(), edition));
        return List.copyOf(found.values());
    }

    /** Whether the county has not turned the procedure on; cases that were started before go on. */
    @Transactional(readOnly = true)
    public boolean isOff(ProcedureTemplate template) {
        var turned = template.offUnless();
        return turned != null && parameters.wholeNumber(turned, LocalDate.now(clock)) == 0;
    }

    /** The edition that came with the application. */
    @Transactional(readOnly = true)
    public TemplateEdition builtIn(String code) {
        return database.sql(COLUMNS + " where code = :code and within is null order by edition desc limit 1")
                .param("code", code)
                .query((rs, i) -> edition(rs))
                .optional()
                .orElseThrow(() -> new ProcedureNotFound(code));
    }

    /** The editions a county made of a procedure, the newest first. */
    @Transactional(readOnly = true)
    public List<TemplateEdition> copies(String code, PlaceCode place) {
        return database.sql(COLUMNS + """
             where code = :code and within is not null and left(:place, length(within)) = within
            order by edition desc
            """)
                .param("code", code)
                .param("place", place.value())
                .query((rs, i) -> edition(rs))
                .list();
    }

    /** Publishes a county's copy: cases that start from now on go by it. Never looser than the text it rests on. */
    @PreAuthorize("hasAuthority('" + ProcedureAuthorities.EDIT + "')")
    public void publish(
            Jurisdiction jurisdiction, TemplateId id, ProcedureTemplate copy, int seen, String reason, Actor by) {
        onlyOneAtATime(copy.code());
        var county = jurisdiction.root();
        if (county.kind() != PlaceKind.COUNTY) {
            throw new TemplateRefused(List.of(Problem.of(null, "core.procedure.copy.county-only")));
        }
        var editions = copies(copy.code(), county);
        if (editions.stream().anyMatch(edition -> edition.id().equals(id))) {
            return;
        }
        var newest = editions.isEmpty() ? 0 : editions.get(0).edition();
        if (newest != seen) {
            throw new TemplateChangedMeanwhile(copy.title());
        }
        var base = builtIn(copy.code());
        var problems = new ArrayList<>(TemplateCheck.looser(base.template(), copy));
        if (reason.isBlank()) {
            problems.add(Problem.of("reason", "core.procedure.copy.reason-missing"));
        }
        if (!problems.isEmpty()) {
            throw new TemplateRefused(problems);
        }
        var written = json.write(copy);
        insert(
                id.value(),
                copy,
                county,
                base.id(),
                written,
                Sha256.hex(written),
                reason.strip(),
                by.login(),
                by.holder());
        events.publishEvent(new TemplatePublished(id, copy.code(), newest + 1, reason.strip(), county));
    }

    private void insert(
            UUID id,
            ProcedureTemplate template,
            @Nullable PlaceCode within,
            @Nullable TemplateId base,
            String written,
            String hash,
            String reason,
            String login,
            String person) {
        database.sql("""
            insert into procedure_template (template_id, code, within, edition, base_id, title, definition, content_hash,
              published_at, reason, recorded_by, recorded_by_person)
            select :id, :code, :within, coalesce(max(edition), 0) + 1, :base, :title, cast(:definition as jsonb), :hash,
              :at, :reason, :login, :person
            from procedure_template where code = :code and within is not distinct from cast(:within as varchar)
            """)
                .param("id", id)
                .param("code", template.code())
                .param("within", within == null ? null : within.value(), Types.VARCHAR)
                .param("base", base == null ? null : base.value(), Types.OTHER)
                .param("title", template.title())
                .param("definition", written)
                .param("hash", hash)
                .param("at", OffsetDateTime.now(clock))
                .param("reason", reason)
                .param("login", login)
                .param("person", person)
                .update();
    }

    /** The vote rules in force, by code; the newest where several are. */
    @Transactional(readOnly = true)
    public Map<String, VoteRule> voteRules(LocalDate on) {
        return database.sql("""
                select * from vote_rule where valid_from <= :on and (valid_to is null or valid_to > :on)
                order by code, valid_from
                """).param("on", on).query(VoteRule.class).list().stream()
                .collect(toMap(VoteRule::code, rule -> rule, (one, later) -> later, LinkedHashMap::new));
    }

    private TemplateEdition edition(ResultSet rs) throws SQLException {
        var id = rs.getObject("template_id", UUID.class);
        var within = rs.getString("within");
        var base = rs.getObject("base_id", UUID.class);
        var template = read.get(id);
        if (template == null) {
            template = json.read(rs.getString("definition"));
            read.put(id, template);
        }
        return new TemplateEdition(
                new TemplateId(id),
                template,
                within == null ? null : new PlaceCode(within),
                rs.getInt("edition"),
                base == null ? null : new TemplateId(base),
                rs.getObject("published_at", OffsetDateTime.class).toInstant(),
                rs.getString("recorded_by_person"),
                rs.getString("reason"));
    }

    private void onlyOneAtATime(String code) {
        database.sql("select pg_advisory_xact_lock(hashtext(:code))")
                .param("code", "procedure " + code)
                .query((rs, i) -> code)
                .list();
    }
}
