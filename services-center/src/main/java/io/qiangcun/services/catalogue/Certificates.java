package io.qiangcun.services.catalogue;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which certificates committees of villages do not issue, on which basis and where to go instead. What came with
 * the application holds until a county words the same name itself.
 */
@Service
@Transactional
public class Certificates {

    private static final String MAY_EDIT = "hasAuthority('" + CatalogueAuthorities.EDIT + "')";

    /** The last word says what it is, not of what. */
    private static final Pattern SUFFIX = Pattern.compile("[\\p{IsHan}]{2}$");

    private static final int SHORTEST = 2;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    Certificates(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** As they hold in the county of the place, those withdrawn last. */
    @Transactional(readOnly = true)
    public List<Certificate> all(PlaceCode place) {
        return database.sql("""
                select * from (
                  select distinct on (name) certificate_id, within is not null as own, name, basis, instead, withdrawn_reason
                  from services_certificate where within is null or within = :county order by name, within nulls last) c
                order by withdrawn_reason <> '', name collate "C"
                """)
                .param("county", county(place))
                .query(Certificate.class)
                .list();
    }

    /** The one that somebody asks for with these words. */
    @Transactional(readOnly = true)
    public Optional<Certificate> asked(PlaceCode place, String words) {
        var typed = words.strip();
        return typed.length() < SHORTEST
                ? Optional.empty()
                : all(place).stream()
                        .filter(Certificate::isCurrent)
                        .filter(one -> typed.contains(one.name()) || names(one.name(), typed))
                        .findFirst();
    }

    private static boolean names(String name, String typed) {
        var core = SUFFIX.matcher(name).replaceFirst("");
        return core.length() >= SHORTEST && (typed.equals(core) || typed.contains(core) && ends(name, typed));
    }

    private static boolean ends(String name, String typed) {
        return typed.contains(name.substring(name.length() - SHORTEST));
    }

    /** A county writes a name down, or words one that came with the application its own way. */
    @PreAuthorize(MAY_EDIT)
    public void write(Jurisdiction jurisdiction, Actor actor, String name, String basis, String instead) {
        put(jurisdiction, actor, new Certificate(UUID.randomUUID(), true, name, basis, instead, ""));
    }

    /** It may be issued after all. */
    @PreAuthorize(MAY_EDIT)
    public void withdraw(Jurisdiction jurisdiction, Actor actor, String name, String reason) {
        var known = all(jurisdiction.root()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ItemNotFound(name));
        put(
                jurisdiction,
                actor,
                new Certificate(known.certificateId(), true, name, known.basis(), known.instead(), reason));
    }

    private void put(Jurisdiction jurisdiction, Actor actor, Certificate certificate) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new ItemRefused(null, "county-only");
        }
        database.sql("""
                insert into services_certificate (within, name, basis, instead, withdrawn_reason, recorded_by_person)
                values (:county, :name, :basis, :instead, :reason, :person)
                on conflict (name, within) do update set basis = excluded.basis, instead = excluded.instead,
                  withdrawn_reason = excluded.withdrawn_reason, recorded_by_person = excluded.recorded_by_person
                """)
                .param("county", jurisdiction.root().value())
                .param("name", certificate.name())
                .param("basis", certificate.basis())
                .param("instead", certificate.instead())
                .param("reason", certificate.withdrawnReason())
                .param("person", actor.holder())
                .update();
        events.publishEvent(new CertificateWorded(
                certificate.name(), certificate.instead(), certificate.withdrawnReason(), jurisdiction.root()));
    }

    private static String county(PlaceCode place) {
        return place.value().substring(0, Math.min(place.value().length(), PlaceKind.COUNTY.digits()));
    }
}
