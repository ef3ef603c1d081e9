package io.qiangcun.core.people;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.ScopedList;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Reads persons and households. */
@Service
@Transactional(readOnly = true)
public class PeopleQueries {

    private static final String MAY_READ = "hasAuthority('" + PeopleAuthorities.READ + "')";

    private static final int MOST_SIMILAR = 10;

    private static final String STATE = """
            case when h.died_on is not null then 'DIED' when h.left_on is not null then 'LEFT'
              when h.moving_to is not null then 'MOVING' else 'HERE' end
            """;

    private static final String ROW = """
            select h.person_id, p.name as place_name, t.name as township_name, h.name, h.sex, h.born_on, h.education,
              h.ethnic_group, f.number as household_number,
            """ + STATE + """
             as state
            from person h
              join place p on p.place_code = h.place_code
              left join place t on t.place_code = left(h.place_code, 9) and length(h.place_code) > 9
              left join household f on f.household_id = h.household_id
            where h.place_code >= :lo and h.place_code < :hi
            """;

    private static final String PLACE_BY_PLACE = " order by h.place_code, h.name, h.born_on, h.person_id";

    private final People people;
    private final Households households;
    private final PeopleCipher cipher;
    private final JdbcClient database;

    PeopleQueries(People people, Households households, PeopleCipher cipher, JdbcClient database) {
        this.people = people;
        this.households = households;
        this.cipher = cipher;
        this.database = database;
    }

    @PreAuthorize(MAY_READ)
    public Optional<PersonView> find(Jurisdiction jurisdiction, PersonId id) {
        return people.findById(id, jurisdiction).map(this::view);
    }

    /** Place by place, by name. */
    @PreAuthorize(MAY_READ)
    public Page<PersonRow> list(Jurisdiction jurisdiction, PersonFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, PLACE_BY_PLACE, page, PersonRow.class);
    }

    /** The persons as lists show them; those who lie outside are left out. */
    @PreAuthorize(MAY_READ)
    public List<PersonRow> rows(Jurisdiction jurisdiction, List<PersonId> ids) {
        return ids.isEmpty()
                ? List.of()
                : bound(ROW + " and h.person_id in (:ids) " + PLACE_BY_PLACE, jurisdiction)
                        .param("ids", ids.stream().map(PersonId::value).toList())
                        .query(PersonRow.class)
                        .list();
    }

    /** All rows of a list, handed over while they are read. */
    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, PersonFilter filter, Consumer<Iterable<PersonRow>> reader) {
        listed(jurisdiction, filter).read(database, PLACE_BY_PLACE, PersonRow.class, reader);
    }

    /** The person with exactly this identity number. */
    @PreAuthorize(MAY_READ)
    public Optional<PersonId> withIdentityNumber(Jurisdiction jurisdiction, IdentityNumber number) {
        return bound("""
                select person_id from person
                where identity_digest = :digest and place_code >= :lo and place_code < :hi
                """, jurisdiction)
                .param("digest", cipher.digest(number))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Others of the same name and birth date, who may be the same person. */
    @PreAuthorize(MAY_READ)
    public List<PersonRow> similar(Jurisdiction jurisdiction, PersonDetails details, PersonId except) {
        return bound(ROW + """
                 and h.name = :name and h.born_on = :born and h.person_id <> :except
                limit :limit
                """, jurisdiction)
                .param("name", details.name())
                .param("born", details.bornOn())
                .param("except", except.value())
                .param("limit", MOST_SIMILAR)
                .query(PersonRow.class)
                .list();
    }

    /** Those handed over to the jurisdiction by places outside it. */
    @PreAuthorize(MAY_READ)
    public List<ComingPerson> coming(Jurisdiction jurisdiction) {
        return bound("""
                select h.person_id, h.name, a.name as from_name, b.name as to_name
                from person h join place a on a.place_code = h.place_code join place b on b.place_code = h.moving_to
                where h.moving_to >= :lo and h.moving_to < :hi
                order by h.moving_to, h.name
                """, jurisdiction).query(ComingPerson.class).list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<HouseholdView> household(Jurisdiction jurisdiction, HouseholdId id) {
        return households
                .findById(id, jurisdiction)
                .map(household -> new HouseholdView(
                        id,
                        versionOf(household.getVersion()),
                        household.placeCode(),
                        household.getNumber(),
                        household.getAddress(),
                        household.getGrid(),
                        bound(ROW + " and h.household_id = :household order by h.born_on", jurisdiction)
                                .param("household", id.value())
                                .query(PersonRow.class)
                                .list()));
    }

    /** Places of the county at the lowest level, whoever asks: where somebody may move to. */
    public List<Destination> destinations(Jurisdiction jurisdiction) {
        return database.sql("""
                select p.place_code, concat_ws(' · ', t.name, p.name) as name
                from place p join place t on t.place_code = left(p.place_code, 9)
                where p.place_code >= :first and p.place_code < :last and length(p.place_code) = :digits
                  and p.valid_to is null
                order by p.place_code
                """)
                .param("first", jurisdiction.root().county().lo())
                .param("last", jurisdiction.root().county().hi())
                .param("digits", PlaceKind.VILLAGE.digits())
                .query(Destination.class)
                .list();
    }

    /** The persons in short, for slices that refer to them; those who lie outside are left out. */
    public List<PersonBrief> briefs(Jurisdiction jurisdiction, List<PersonId> ids) {
        return ids.isEmpty()
                ? List.of()
                : bound("""
                select person_id, place_code, name, sex, born_on, education,
                  left_on is null and died_on is null as here
                from person where place_code >= :lo and place_code < :hi and person_id in (:ids)
                """, jurisdiction)
                        .param("ids", ids.stream().map(PersonId::value).toList())
                        .query(PeopleQueries::brief)
                        .list();
    }

    /** Who is here and has the text in his name, for choosing somebody. */
    @PreAuthorize(MAY_READ)
    public List<PersonBrief> named(Jurisdiction jurisdiction, String text, int limit) {
        return bound("""
                select person_id, place_code, name, sex, born_on, education, true as here
                from person
                where place_code >= :lo and place_code < :hi and strpos(name, :text) > 0
                  and left_on is null and died_on is null
                order by name, born_on limit :limit
                """, jurisdiction)
                .param("text", text)
                .param("limit", limit)
                .query(PeopleQueries::brief)
                .list();
    }

    /** Who is here and is called exactly so, for sheets that name many. */
    @PreAuthorize(MAY_READ)
    public List<PersonBrief> called(Jurisdiction jurisdiction, Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : bound("""
                select person_id, place_code, name, sex, born_on, education, true as here
                from person
                where place_code >= :lo and place_code < :hi and name in (:names)
                  and left_on is null and died_on is null
                """, jurisdiction)
                        .param("names", names)
                        .query(PeopleQueries::brief)
                        .list();
    }

    boolean isRecorded(IdentityNumber number, PersonId except) {
        return database.sql(
                        "select exists (select from person where identity_digest = :digest and person_id <> :except)")
                .param("digest", cipher.digest(number))
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    Optional<HouseholdId> household(Jurisdiction jurisdiction, PlaceCode place, String number) {
        return bound("""
                select household_id from household
                where place_code = :place and number = :number and place_code >= :lo and place_code < :hi
                """, jurisdiction)
                .param("place", place.value())
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(HouseholdId::new);
    }

    /** Who holds the account that acts, as far as that was recorded. */
    public Optional<PersonId> personOf(Jurisdiction jurisdiction, Actor actor) {
        var account = actor.account();
        return account == null
                ? Optional.empty()
                : bound("""
                select person_id from person_account
                where account_id = :account and holder = :holder and place_code >= :lo and place_code < :hi
                """, jurisdiction)
                        .param("account", account.value())
                        .param("holder", actor.holder())
                        .query(UUID.class)
                        .optional()
                        .map(PersonId::new);
    }

    /** The person, if he is on the way to the jurisdiction. */
    public Optional<PersonId> incoming(Jurisdiction jurisdiction, PersonId id) {
        return coming(jurisdiction, id).map(coming -> id);
    }

    Optional<Coming> coming(Jurisdiction jurisdiction, PersonId id) {
        return bound("""
                select place_code, moving_to from person
                where person_id = :id and moving_to >= :lo and moving_to < :hi
                """, jurisdiction)
                .param("id", id.value())
                .query((row, number) -> new Coming(
                        new PlaceCode(row.getString("place_code")), new PlaceCode(row.getString("moving_to"))))
                .optional();
    }

    boolean isPlaceOfTheSameCounty(PlaceCode here, PlaceCode there) {
        return here.county().equals(there.county())
                && database.sql("select exists (select from place where place_code = :place and valid_to is null)")
                        .param("place", there.value())
                        .query(Boolean.class)
                        .single();
    }

    private PersonView view(Person person) {
        var household = person.getHousehold();
        return new PersonView(
                person.getId(),
                versionOf(person.getVersion()),
                person.placeCode(),
                person.details(),
                household,
                household == null ? null : numberOf(household),
                masked(person, SecretField.IDENTITY_NUMBER),
                masked(person, SecretField.PHONE),
                person.getMovingTo(),
                person.getLeftOn(),
                person.getLeftTo(),
                person.getDiedOn());
    }

    private String numberOf(HouseholdId household) {
        return database.sql("select number from household where household_id = :id")
                .param("id", household.value())
                .query(String.class)
                .single();
    }

    private @Nullable String masked(Person person, SecretField field) {
        var secret = person.secret(field);
        if (secret == null) {
            return null;
        }
        var text = cipher.decrypt(field, person.getId(), secret);
        return switch (field) {
            case IDENTITY_NUMBER -> new IdentityNumber(text).masked();
            case PHONE -> new PhoneNumber(text).masked();
        };
    }

    private static ScopedList listed(Jurisdiction jurisdiction, PersonFilter filter) {
        return ScopedList.of(ROW, jurisdiction)
                .and(
                        switch (filter.state()) {
                            case HERE -> "h.left_on is null and h.died_on is null";
                            case MOVING -> "h.moving_to is not null";
                            case LEFT -> "h.left_on is not null and h.died_on is null";
                            case DIED -> "h.died_on is not null";
                        })
                .and("h.sex = :sex", "sex", filter.sex())
                .and("h.education = :education", "education", filter.education())
                .and("(strpos(h.name, :text) > 0 or f.number = :text)", "text", filter.text());
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private static PersonBrief brief(ResultSet row, int number) throws SQLException {
        return new PersonBrief(
                new PersonId(row.getObject("person_id", UUID.class)),
                new PlaceCode(row.getString("place_code")),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("born_on", LocalDate.class),
                Education.valueOf(row.getString("education")),
                row.getBoolean("here"));
    }

    private static long versionOf(@Nullable Long version) {
        return version == null ? 0 : version;
    }

    /** Where somebody may move to. */
    public record Destination(String placeCode, String name) {}

    /** From where to where somebody is on the way. */
    record Coming(PlaceCode from, PlaceCode to) {}
}
