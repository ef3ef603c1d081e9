package io.qiangcun.party.points;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Submitted records of organisational life prove facts. */
@Service
@Transactional(readOnly = true)
class ActivityFacts implements FactSources {

    private static final String KIND = "party.activity";

    private static final String FACTS = """
            select activity_id, held_on, topic from party_activity
            where place_code >= :lo and place_code < :hi and organisation_id = :branch and status = 'SUBMITTED'
            """;

    private final JdbcClient database;

    ActivityFacts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<FactSource> recent(Jurisdiction jurisdiction, OrganisationId branch, LocalDate since) {
        return bound(FACTS + " and held_on >= :since order by held_on desc, topic limit 40", jurisdiction, branch)
                .param("since", since)
                .query((row, number) -> fact(
                        row.getObject("activity_id", UUID.class),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("topic")))
                .list();
    }

    @Override
    public Optional<FactSource> find(Jurisdiction jurisdiction, OrganisationId branch, UUID id) {
        return bound(FACTS + " and activity_id = :id", jurisdiction, branch)
                .param("id", id)
                .query((row, number) -> fact(id, row.getObject("held_on", LocalDate.class), row.getString("topic")))
                .optional();
    }

    private static FactSource fact(UUID id, LocalDate day, String topic) {
        return new FactSource(KIND, id, day, topic, "/party/activities/" + id);
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction, OrganisationId branch) {
        return database.sql(sql)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("branch", branch.value());
    }
}
