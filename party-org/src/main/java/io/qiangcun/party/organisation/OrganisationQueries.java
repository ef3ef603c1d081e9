package io.qiangcun.party.organisation;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.UnitDirectory.Unit;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads Party organisations. */
@Service
@Transactional(readOnly = true)
public class OrganisationQueries {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_ORGANISATIONS + "')";

    private static final String ROW = """
            select o.organisation_id, p.name as place_name, t.name as township_name, o.kind, o.name,
              above.name as parent_name, o.founded_on, o.dissolved_on, o.has_committee, o.has_groups,
              o.full_member_count, o.member_count, o.counted_on
            from party_organisation o
              join place p on p.place_code = o.place_code
              left join place t on t.place_code = left(o.place_code, 9) and length(o.place_code) > 9
              left join party_organisation above on above.organisation_id = o.parent_id
            where o.place_code >= :lo and o.place_code < :hi
            """;

    private static final String PLACE_BY_PLACE = """
            order by o.place_code,
              array_position(array['COMMITTEE', 'WORKING_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH'], o.kind), o.name
            """;

    private static final String BRIEF = """
            select organisation_id, place_code, kind, name, has_committee, has_groups,
              full_member_count, member_count, founded_on, dissolved_on
            from party_organisation
            """;

    private static final String UNIT = """
            select organisation_id, place_code, name from party_organisation
            where place_code >= :lo and place_code < :hi
            """;

    private static final String UNITS_IN_ORDER =
            " order by place_code, array_position(array['COMMITTEE', 'WORKING_COMMITTEE', 'GENERAL_BRANCH'], kind), name";

    private final PartyOrganisations organisations;
    private final OrganisationMapper mapper;
    private final JdbcClient database;

    OrganisationQueries(PartyOrganisations organisations, OrganisationMapper mapper, JdbcClient database) {
        this.organisations = organisations;
        this.mapper = mapper;
        this.database = database;
    }

    @PreAuthorize(MAY_READ)
    public Optional<OrganisationView> find(Jurisdiction jurisdiction, OrganisationId id) {
        return organisations.findById(id, jurisdiction).map(mapper::toView);
    }

    /** From the county down, place by place, the highest of each first. */
    @PreAuthorize(MAY_READ)
    public Page<OrganisationRow> list(Jurisdiction jurisdiction, OrganisationFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, PLACE_BY_PLACE, page, OrganisationRow.class);
    }

    /** All rows of a list, handed over while they are read. */
    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, OrganisationFilter filter, Consumer<Iterable<OrganisationRow>> reader) {
        listed(jurisdiction, filter).read(database, PLACE_BY_PLACE, OrganisationRow.class, reader);
    }

    /** Organisations that others may stand below. */
    @PreAuthorize(MAY_READ)
    public List<OrganisationBrief> possibleParents(Jurisdiction jurisdiction) {
        return bound(BRIEF + """
                where place_code >= :lo and place_code < :hi and kind <> 'BRANCH' and dissolved_on is null
                order by place_code, name
                """, jurisdiction)
                .query(OrganisationQueries::brief)
                .list();
    }

    /** The branches that exist, place by place. */
    @PreAuthorize(MAY_READ)
    public List<OrganisationBrief> branches(Jurisdiction jurisdiction) {
        return bound(BRIEF + """
                where place_code >= :lo and place_code < :hi and kind = 'BRANCH' and dissolved_on is null
                order by place_code, name
                """, jurisdiction)
                .query(OrganisationQueries::brief)
                .list();
    }

    /**
     * The organisations an account acts for: those of its place, or, where its post acts for one organisation, that one
     * and those standing directly below it in the same place.
     */
    public List<OrganisationBrief> ownBy(Jurisdiction jurisdiction, Actor actor) {
        return own(jurisdiction, actor, null).list();
    }

    /** The organisation, if the account acts for it. */
    public Optional<OrganisationBrief> ownBy(Jurisdiction jurisdiction, Actor actor, OrganisationId id) {
        return own(jurisdiction, actor, id).optional();
    }

    /** The organisation in short, wherever in the jurisdiction it is. */
    public Optional<OrganisationBrief> brief(Jurisdiction jurisdiction, OrganisationId id) {
        return bound(BRIEF + "where organisation_id = :id and place_code >= :lo and place_code < :hi", jurisdiction)
                .param("id", id.value())
                .query(OrganisationQueries::brief)
                .optional();
    }

    private JdbcClient.MappedQuerySpec<OrganisationBrief> own(
            Jurisdiction jurisdiction, Actor actor, @Nullable OrganisationId id) {
        return database.sql(BRIEF + """
                where place_code = :place
                  and (cast(:unit as uuid) is null or organisation_id = :unit or parent_id = :unit)
                  and (organisation_id = :id or (cast(:id as uuid) is null and dissolved_on is null))
                order by array_position(array['COMMITTEE', 'WORKING_COMMITTEE', 'GENERAL_BRANCH'], kind), name
                """)
                .param("place", jurisdiction.root().value())
                .param("unit", actor.unit(), Types.OTHER)
                .param("id", id == null ? null : id.value(), Types.OTHER)
                .query(OrganisationQueries::brief);
    }

    private static ScopedList listed(Jurisdiction jurisdiction, OrganisationFilter filter) {
        return ScopedList.of(ROW, jurisdiction)
                .and(filter.dissolved() ? "o.dissolved_on is not null" : "o.dissolved_on is null")
                .and("o.kind = :kind", "kind", filter.kind())
                .and("strpos(concat_ws(' ', o.name, p.name), :text) > 0", "text", filter.text());
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private static OrganisationBrief brief(ResultSet row, int number) throws SQLException {
        return new OrganisationBrief(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new PlaceCode(row.getString("place_code")),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getBoolean("has_committee"),
                row.getBoolean("has_groups"),
                row.getInt("full_member_count"),
                row.getInt("member_count"),
                row.getObject("founded_on", LocalDate.class),
                row.getObject("dissolved_on", LocalDate.class));
    }

    /** Every organisation that ever was, for those who compute what each owes. */
    List<DutyOwner> dutyOwners(Jurisdiction jurisdiction) {
        return database.sql("""
                select organisation_id, place_code, name, kind, has_committee, has_groups, founded_on, dissolved_on
                from party_organisation
                where place_code >= :lo and place_code < :hi
                order by place_code, name
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(DutyOwner.class)
                .list();
    }

    /** Those that exist at exactly this place, the highest first. */
    List<Unit> at(Jurisdiction jurisdiction, PlaceCode place) {
        return bound(UNIT + " and place_code = :place and dissolved_on is null" + UNITS_IN_ORDER, jurisdiction)
                .param("place", place.value())
                .query(OrganisationQueries::unit)
                .list();
    }

    List<Unit> named(Jurisdiction jurisdiction, String text, int limit) {
        return bound(
                        UNIT + " and strpos(name, :text) > 0 and dissolved_on is null" + UNITS_IN_ORDER
                                + " limit :limit",
                        jurisdiction)
                .param("text", text)
                .param("limit", limit)
                .query(OrganisationQueries::unit)
                .list();
    }

    List<Unit> named(Jurisdiction jurisdiction, Collection<UUID> ids) {
        return bound(UNIT + " and organisation_id in (:ids)", jurisdiction)
                .param("ids", ids)
                .query(OrganisationQueries::unit)
                .list();
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getObject("organisation_id", UUID.class),
                new PlaceCode(row.getString("place_code")),
                row.getString("name"));
    }

    boolean isNameTaken(PlaceCode place, String name, OrganisationId except) {
        return database.sql("""
                select exists (select 1 from party_organisation
                where place_code = :place and name = :name and dissolved_on is null and organisation_id <> :except)
                """)
                .param("place", place.value())
                .param("name", name)
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }
}
