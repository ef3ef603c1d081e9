package io.qiangcun.party.organisation;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads Party organisations. */
@Service
@Transactional(readOnly = true)
public class OrganisationQueries {

    private final PartyOrganisations organisations;
    private final OrganisationMapper mapper;
    private final JdbcClient database;

    OrganisationQueries(PartyOrganisations organisations, OrganisationMapper mapper, JdbcClient database) {
        this.organisations = organisations;
        this.mapper = mapper;
        this.database = database;
    }

    public Optional<OrganisationView> find(Jurisdiction jurisdiction, OrganisationId id) {
        return organisations.findById(id, jurisdiction).map(mapper::toView);
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

    private JdbcClient.MappedQuerySpec<OrganisationBrief> own(
            Jurisdiction jurisdiction, Actor actor, @Nullable OrganisationId id) {
        return database.sql("""
                select organisation_id, place_code, kind, name, has_committee, has_groups,
                  full_member_count, member_count, founded_on, dissolved_on
                from party_organisation
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
