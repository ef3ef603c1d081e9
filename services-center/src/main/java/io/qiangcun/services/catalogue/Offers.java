package io.qiangcun.services.catalogue;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.centre.CentreId;
import io.qiangcun.services.centre.CentreQueries;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which items a centre takes: what its level does, unless somebody said otherwise of one. */
@Service
@Transactional
public class Offers {

    private static final String MAY_WRITE = "hasAuthority('" + ServicesAuthorities.WRITE_CENTRES + "')";

    private final Catalogue catalogue;
    private final CentreQueries centres;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offers(
            Catalogue catalogue,
            CentreQueries centres,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalogue = catalogue;
        this.centres = centres;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An item as a centre has it.
     *
     * @param reason why it differs from its level; null if nobody said anything of it
     */
    public record Offer(
            ServiceItem item, boolean offered, @Nullable String reason) {}

    private record Word(String code, boolean offered, String reason) {}

    /** All published items in the order of their codes, those the centre takes and those it does not. */
    @PreAuthorize("hasAuthority('" + CatalogueAuthorities.READ + "')")
    @Transactional(readOnly = true)
    public List<Offer> of(Jurisdiction jurisdiction, CentreId id) {
        var centre = centres.find(jurisdiction, id);
        var words = database
                .sql("""
                select code, offered, reason from services_offer
                where centre_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Word.class)
                .list()
                .stream()
                .collect(toMap(Word::code, Function.identity()));
        return catalogue.published(centre.place()).stream()
                .map(item -> {
                    var word = words.get(item.code().value());
                    return word == null
                            ? new Offer(item, item.isOfferedAt(centre.level()), null)
                            : new Offer(item, word.offered(), word.reason());
                })
                .toList();
    }

    /** Says that a centre takes an item or does not, and why. */
    @PreAuthorize(MAY_WRITE)
    public void say(
            Jurisdiction jurisdiction, Actor actor, CentreId id, ServiceItemCode code, boolean offered, String reason) {
        var centre = centres.find(jurisdiction, id);
        if (catalogue
                .item(centre.place(), code)
                .filter(ServiceItem::isPublished)
                .isEmpty()) {
            throw new ItemRefused("code", "not-published");
        }
        var recorded = Recorded.by(actor, clock.instant());
        database.sql("""
                insert into services_offer (centre_id, code, place_code, offered, reason, recorded_at, recorded_by, recorded_by_person)
                values (:id, :code, :place, :offered, :reason, :at, :by, :person)
                on conflict (centre_id, code) do update set offered = excluded.offered, reason = excluded.reason,
                  recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
                  recorded_by_person = excluded.recorded_by_person
                """)
                .param("id", id.value())
                .param("code", code.value())
                .param("place", centre.placeCode())
                .param("offered", offered)
                .param("reason", reason)
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("by", recorded.post())
                .param("person", recorded.person())
                .update();
        events.publishEvent(new OfferChanged(id, code, offered, reason, centre.place()));
    }
}
