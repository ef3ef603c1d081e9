package io.qiangcun.party.rating;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over many stars at once from an earlier list that was checked before. For imports and the demonstration: no page
 * reaches it, so it asks for no authority; the fence of the database still holds.
 */
@Service
@Transactional
public class StarTakeover {

    private static final int ROWS = 1000;

    private final JdbcTemplate database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StarTakeover(JdbcTemplate database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    public void take(Jurisdiction jurisdiction, Actor actor, List<EarlierStars> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        if (!earlier.stream().allMatch(stars -> jurisdiction.covers(stars.place()))) {
            throw new IllegalArgumentException("Stars lie outside " + jurisdiction);
        }
        var at = Timestamp.from(clock.instant());
        database.batchUpdate("""
                insert into party_rating_award (award_id, place_code, organisation_id, member_id, rating_year, stars, model,
                  awarded_on, reason, plaque_on, recorded_at, recorded_by, recorded_by_person)
                values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, earlier, ROWS, (row, stars) -> {
            row.setString(1, stars.place().value());
            row.setObject(2, stars.branch().value());
            row.setObject(3, stars.member().value());
            row.setInt(4, stars.awardedOn().getYear());
            row.setInt(5, stars.stars());
            row.setBoolean(6, stars.model());
            row.setObject(7, stars.awardedOn());
            row.setString(8, stars.reason());
            row.setObject(
                    9, stars.plaque() && stars.stars() > 0 ? stars.awardedOn().plusDays(5) : null);
            row.setTimestamp(10, at);
            row.setString(11, actor.login());
            row.setString(12, actor.holder());
        });
        events.publishEvent(new RoundsTakenOver(earlier.get(0).place().county(), earlier.size()));
    }

    /** Stars that somebody has. */
    public record EarlierStars(
            PlaceCode place,
            OrganisationId branch,
            MemberId member,
            int stars,
            boolean model,
            LocalDate awardedOn,
            String reason,
            boolean plaque) {}
}
