package io.qiangcun.services.request;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Archives what is over, once nobody can say any more how it was and nobody looks into what was said. Nothing is deleted;
 * the log says so, and who searches finds it.
 */
@Component
class RequestArchive {

    private static final int AT_ONCE = 2000;

    private static final String ARCHIVE = """
            with due as (
              select r.request_id, r.place_code, r.acts, r.state from services_request r
              where r.closed_at < :before and r.state in ('DELIVERED', 'RATED', 'NOT_ACCEPTED', 'WITHDRAWN')
                and r.place_code >= :lo and r.place_code < :hi
                and not exists (select from services_rating g where g.request_id = r.request_id
                  and g.ticket_place is not null and g.resolved_at is null)
              order by r.closed_at limit :most for update skip locked),
            logged as (
              insert into services_request_act (request_id, number, place_code, at, kind, from_state, to_state, post, person, note)
              select request_id, acts + 1, place_code, :now, 'ARCHIVE', state, 'ARCHIVED', :post, :person, '' from due
              returning request_id)
            update services_request r set state = 'ARCHIVED', acts = r.acts + 1, moved_at = :now, version = r.version + 1
            from logged l where l.request_id = r.request_id
            """;

    private final PlaceTree places;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    RequestArchive(
            PlaceTree places,
            RuleParameters parameters,
            JdbcClient database,
            PlatformTransactionManager manager,
            ApplicationEventPublisher news,
            Clock clock) {
        this.places = places;
        this.parameters = parameters;
        this.database = database;
        this.transaction = new TransactionTemplate(manager);
        this.news = news;
        this.clock = clock;
    }

    /** County by county: what is archived is told where it lies. */
    void run(Jurisdiction jurisdiction) {
        for (var county : places.all(jurisdiction, PlaceKind.COUNTY, LocalDate.now(clock))) {
            while (archived(Jurisdiction.within(county.code())) == AT_ONCE) {
                // the next ones
            }
        }
    }

    private int archived(Jurisdiction jurisdiction) {
        Integer count = transaction.execute(status -> {
            var days = parameters.wholeNumber("services.rating.days", LocalDate.now(clock));
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var written = database.sql(ARCHIVE)
                    .param("before", now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("lo", jurisdiction.lo())
                    .param("hi", jurisdiction.hi())
                    .param("most", AT_ONCE)
                    .param("post", Actor.system().login())
                    .param("person", Actor.system().holder())
                    .update();
            if (written > 0) {
                news.publishEvent(new RequestsArchived(written, jurisdiction.root()));
            }
            return written;
        });
        return count == null ? 0 : count;
    }
}
