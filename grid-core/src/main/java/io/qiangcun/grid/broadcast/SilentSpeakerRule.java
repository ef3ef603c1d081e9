package io.qiangcun.grid.broadcast;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds speakers that were not heard of for longer than the county allows. It is about a box, never about a person. */
@Service
@Transactional(readOnly = true)
class SilentSpeakerRule implements WarningRule {

    private final JdbcClient database;
    private final RuleParameters parameters;
    private final Clock clock;

    SilentSpeakerRule(JdbcClient database, RuleParameters parameters, Clock clock) {
        this.database = database;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "grid.broadcast-silent";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var rule = parameters.parameter("grid.broadcast.silent-hours", today);
        return database
                .sql("""
                select s.speaker_id, s.place_code, s.name, p.name as place_name,
                  (s.seen_at at time zone 'Asia/Shanghai')::date as heard_on
                from grid_speaker s join place p on p.place_code = s.place_code
                where s.place_code >= :lo and s.place_code < :hi and s.retired_on is null and s.token_digest is not null
                  and s.seen_at < :silent
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param(
                        "silent",
                        OffsetDateTime.now(clock).minusHours(rule.amount().intValueExact()))
                .query(Silent.class)
                .list()
                .stream()
                .map(silent -> new Finding(
                        silent.speakerId().toString(),
                        new PlaceCode(silent.placeCode()),
                        List.of(silent.placeName(), silent.name()),
                        silent.heardOn().plusDays(1),
                        new Finding.Basis(rule.basis(), "", "", rule.source()),
                        new SpeakerId(silent.speakerId()).href(),
                        List.of(
                                new Fact("grid.broadcast.field.speaker", silent.name()),
                                new Fact(
                                        "grid.broadcast.field.heard",
                                        silent.heardOn().toString()))));
    }

    private record Silent(UUID speakerId, String placeCode, String name, String placeName, LocalDate heardOn) {}
}
