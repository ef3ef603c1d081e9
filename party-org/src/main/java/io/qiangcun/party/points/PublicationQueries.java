package io.qiangcun.party.points;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.member.MemberId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was published and what was said against it. */
@Service
@Transactional(readOnly = true)
public class PublicationQueries {

    private static final String ROW = """
            select u.publication_id, u.place_code, u.organisation_id, o.name as organisation_name, p.name as place_name,
              u.quarter_year, u.quarter, u.published_on, u.objections_until, u.recorded_by_person,
              (select count(*) from party_points_entry e where e.publication_id = u.publication_id) as entries,
              (select count(*) from party_points_objection b where b.publication_id = u.publication_id) as objections,
              (select count(*) from party_points_objection b
                where b.publication_id = u.publication_id and b.outcome is null) as open
            from party_points_publication u join party_organisation o on o.organisation_id = u.organisation_id
              join place p on p.place_code = u.place_code
            where u.place_code >= :lo and u.place_code < :hi
            """;

    private static final String OBJECTION = """
            select b.objection_id, b.place_code, o.name as organisation_name, b.entry_id, b.publication_id,
              r.name as rule_name, e.fact, h.name as member_name, b.raised_on, b.raised_by, b.by_slip, b.content,
              b.recorded_at, b.outcome, b.answer, b.answered_on, b.answered_by_person
            from party_points_objection b join party_organisation o on o.organisation_id = b.organisation_id
              left join party_points_entry e on e.entry_id = b.entry_id
              left join party_points_rule r on r.rule_id = e.rule_id
              left join party_member m on m.member_id = e.member_id
              left join person h on h.person_id = m.person_id
            where b.place_code >= :lo and b.place_code < :hi
            """;

    /** How many objections wait for an answer from above; what a desk asks. */
    static final String WAITING = """
            (select count(*) from party_points_objection
            where place_code >= :lo and place_code < :hi and outcome is null
              and (place_code <> :lo or length(place_code) = 6))
            """;

    private final JdbcClient database;

    PublicationQueries(JdbcClient database) {
        this.database = database;
    }

    /** The latest quarter first, then place by place. */
    @PreAuthorize(PointsQueries.MAY_READ)
    public Page<PublicationRow> list(Jurisdiction jurisdiction, Pageable page) {
        return ScopedList.of(ROW, jurisdiction)
                .page(
                        database,
                        "order by u.quarter_year desc, u.quarter desc, u.place_code, o.name",
                        page,
                        PublicationRow.class);
    }

    @PreAuthorize(PointsQueries.MAY_READ)
    public Optional<PublicationRow> find(Jurisdiction jurisdiction, PublicationId id) {
        return row(jurisdiction, id);
    }

    /** By name, and nothing else. */
    @PreAuthorize(PointsQueries.MAY_READ)
    public List<PublishedLine> lines(Jurisdiction jurisdiction, PublicationId id) {
        return bound("""
                select member_id, member_name, base, gained, lost, balance from party_points_line
                where publication_id = :id and place_code >= :lo and place_code < :hi
                order by member_name, member_id
                """, jurisdiction)
                .param("id", id.value())
                .query(PublishedLine.class)
                .list();
    }

    @PreAuthorize(PointsQueries.MAY_READ)
    public List<PublishedEntry> entries(Jurisdiction jurisdiction, PublicationId id) {
        return bound("""
                select e.entry_id, h.name as member_name, r.name as rule_name, e.amount, e.fact_on, e.fact,
                  e.reverses is not null as correction
                from party_points_entry e join party_points_rule r on r.rule_id = e.rule_id
                  left join party_member m on m.member_id = e.member_id
                  left join person h on h.person_id = m.person_id
                where e.publication_id = :id and e.place_code >= :lo and e.place_code < :hi
                order by h.name, e.fact_on, e.recorded_at
                """, jurisdiction)
                .param("id", id.value())
                .query(PublishedEntry.class)
                .list();
    }

    @PreAuthorize(PointsQueries.MAY_READ)
    public List<ObjectionRow> objections(Jurisdiction jurisdiction, PublicationId id) {
        return bound(OBJECTION + " and b.publication_id = :id order by b.raised_on, b.recorded_at", jurisdiction)
                .param("id", id.value())
                .query(ObjectionRow.class)
                .list();
    }

    /** Those that wait for an answer, the oldest first. */
    @PreAuthorize(PointsQueries.MAY_READ)
    public List<ObjectionRow> open(Jurisdiction jurisdiction) {
        return bound(OBJECTION + " and b.outcome is null order by b.raised_on, b.recorded_at limit 200", jurisdiction)
                .query(ObjectionRow.class)
                .list();
    }

    @PreAuthorize(PointsQueries.MAY_READ)
    public Optional<ObjectionRow> objection(Jurisdiction jurisdiction, ObjectionId id) {
        return bound(OBJECTION + " and b.objection_id = :id", jurisdiction)
                .param("id", id.value())
                .query(ObjectionRow.class)
                .optional();
    }

    /** What was said about the entries of one member. */
    List<ObjectionRow> about(Jurisdiction jurisdiction, MemberId member) {
        return bound(OBJECTION + " and e.member_id = :member order by b.raised_on, b.recorded_at", jurisdiction)
                .param("member", member.value())
                .query(ObjectionRow.class)
                .list();
    }

    Optional<PublicationRow> row(Jurisdiction jurisdiction, PublicationId id) {
        return bound(ROW + " and u.publication_id = :id", jurisdiction)
                .param("id", id.value())
                .query(PublicationRow.class)
                .optional();
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
