package io.qiangcun.party.rating;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.StepConsequence;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a round: its stars count from now on and those of before do no longer. */
@Service
@Transactional
class StarAward implements StepConsequence {

    private final RatingQueries queries;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    StarAward(
            RatingQueries queries,
            JdbcClient database,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.queries = queries;
        this.database = database;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "party.star-award";
    }

    @Override
    public void follow(Taken taken) {
        var id = new RoundId(taken.caseId().value());
        var here = Jurisdiction.within(taken.place());
        var round = queries.find(here, id).orElseThrow(() -> new RatingRefused(null, "no-round"));
        var reason = messages.getMessage(
                "party.rating.award.reason",
                new Object[] {String.valueOf(round.ratingYear())},
                Locale.SIMPLIFIED_CHINESE);
        var participants = queries.judged(here, id);
        for (var participant : participants) {
            award(taken, round, participant, reason);
        }
        events.publishEvent(new StarsAwarded(id, taken.place(), participants.size()));
    }

    /** Who has the same stars again keeps the plaque on his house. */
    private void award(Taken taken, RoundRow round, ParticipantRow participant, String reason) {
        var stars = Objects.requireNonNullElse(participant.stars(), 0);
        var kept = database
                .sql("""
                update party_rating_award set ended_on = greatest(awarded_on, :on),
                  plaque_off = case when stars = :stars then plaque_on else plaque_off end
                where member_id = :member and ended_on is null
                returning case when stars = :stars then plaque_on end as kept
                """)
                .param("on", taken.on())
                .param("stars", stars)
                .param("member", participant.memberId())
                .query((row, number) -> Optional.ofNullable(row.getObject("kept", LocalDate.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
        database.sql("""
                insert into party_rating_award (award_id, place_code, organisation_id, member_id, rating_year, round_id, stars,
                  model, awarded_on, reason, plaque_on, recorded_at, recorded_by, recorded_by_person)
                values (gen_random_uuid(), :place, :branch, :member, :year, :round, :stars, :model, :on, :reason, :plaque, :at,
                  :by, :person)
                """)
                .param("place", round.placeCode())
                .param("branch", round.organisationId())
                .param("member", participant.memberId())
                .param("year", round.ratingYear())
                .param("round", round.roundId())
                .param("stars", stars)
                .param("model", participant.model())
                .param("on", taken.on())
                .param("reason", reason)
                .param("plaque", kept.orElse(null), Types.DATE)
                .param("at", OffsetDateTime.now(clock))
                .param("by", taken.actor().login())
                .param("person", taken.actor().holder())
                .update();
    }
}
