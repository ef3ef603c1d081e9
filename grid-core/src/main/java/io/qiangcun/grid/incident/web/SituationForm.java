package io.qiangcun.grid.incident.web;

import static io.qiangcun.grid.incident.web.IncidentForm.given;
import static io.qiangcun.grid.incident.web.IncidentForm.required;

import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.incident.ConcernId;
import io.qiangcun.grid.incident.Figure;
import io.qiangcun.grid.incident.Figures;
import io.qiangcun.grid.incident.MessageRow;
import io.qiangcun.grid.incident.ReportSituation;
import io.qiangcun.grid.incident.ReportVersionId;
import io.qiangcun.grid.incident.Standing;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** How things stand: five fields to begin with, everything else when there is time. */
record SituationForm(
        String id,
        @Size(max = 100) String spot,
        String time,
        @Size(max = 1000) String happened,
        String inDanger,
        String evacuated,
        @Size(max = 500) String needs,
        String affected,
        String injured,
        String missing,
        String dead,
        String hazardsFound,
        String hazardsRemoved,
        String houses,
        String crops,
        String livestock,
        String longitude,
        String latitude,
        Boolean complete) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final int AHEAD = 5;

    SituationForm {
        id = given(id);
        spot = given(spot);
        time = given(time);
        happened = given(happened);
        inDanger = given(inDanger);
        evacuated = given(evacuated);
        needs = given(needs);
        affected = given(affected);
        injured = given(injured);
        missing = given(missing);
        dead = given(dead);
        hazardsFound = given(hazardsFound);
        hazardsRemoved = given(hazardsRemoved);
        houses = given(houses);
        crops = given(crops);
        livestock = given(livestock);
        longitude = given(longitude);
        latitude = given(latitude);
        complete = Boolean.TRUE.equals(complete);
    }

    /** Begins with what was said last, so that a follow-up changes only what has changed. */
    static SituationForm begun(@Nullable Standing standing, @Nullable MessageRow latest, Clock clock) {
        var said = standing == null || standing.byGrids() ? Figures.NONE : standing.figures();
        return new SituationForm(
                ReportVersionId.next().toString(),
                latest == null ? "" : given(latest.spot()),
                ZonedDateTime.now(clock).format(MINUTES),
                "",
                text(said, Figure.IN_DANGER),
                text(said, Figure.EVACUATED),
                latest == null ? "" : given(latest.needs()),
                text(said, Figure.AFFECTED),
                text(said, Figure.INJURED),
                text(said, Figure.MISSING),
                text(said, Figure.DEAD),
                text(said, Figure.HAZARDS_FOUND),
                text(said, Figure.HAZARDS_REMOVED),
                text(said, Figure.HOUSES),
                text(said, Figure.CROPS),
                text(said, Figure.LIVESTOCK),
                latest == null ? "" : text(latest.longitude()),
                latest == null ? "" : text(latest.latitude()),
                false);
    }

    Optional<ReportSituation> toCommand(ConcernId concern, Clock clock, BindingResult errors) {
        required("spot", spot, errors);
        required("time", time, errors);
        required("happened", happened, errors);
        var at = Typed.time("time", time, errors);
        var figures = figures(errors);
        var east = degrees("longitude", longitude, errors);
        var north = degrees("latitude", latitude, errors);
        if (errors.hasErrors() || at == null) {
            return Optional.empty();
        }
        return Optional.of(new ReportSituation(
                Typed.sent(ReportVersionId::valueOf, id),
                concern,
                latest(at, clock),
                Typed.text(spot),
                Typed.text(happened),
                Typed.text(needs),
                figures,
                complete,
                east,
                north));
    }

    private Figures figures(BindingResult errors) {
        var said = new EnumMap<Figure, Integer>(Figure.class);
        say(said, Figure.IN_DANGER, "inDanger", inDanger, errors);
        say(said, Figure.EVACUATED, "evacuated", evacuated, errors);
        say(said, Figure.AFFECTED, "affected", affected, errors);
        say(said, Figure.INJURED, "injured", injured, errors);
        say(said, Figure.MISSING, "missing", missing, errors);
        say(said, Figure.DEAD, "dead", dead, errors);
        say(said, Figure.HAZARDS_FOUND, "hazardsFound", hazardsFound, errors);
        say(said, Figure.HAZARDS_REMOVED, "hazardsRemoved", hazardsRemoved, errors);
        say(said, Figure.HOUSES, "houses", houses, errors);
        say(said, Figure.CROPS, "crops", crops, errors);
        say(said, Figure.LIVESTOCK, "livestock", livestock, errors);
        return new Figures(said);
    }

    private static void say(
            EnumMap<Figure, Integer> said, Figure figure, String field, String typed, BindingResult errors) {
        var number = Typed.count(field, typed, errors);
        if (number != null) {
            said.put(figure, number);
        }
    }

    /** The last time the clock showed it; a minute or two ahead is now. */
    private static Instant latest(LocalTime at, Clock clock) {
        var now = ZonedDateTime.now(clock);
        var today = now.with(at);
        return (today.isAfter(now.plusMinutes(AHEAD)) ? today.minusDays(1) : today).toInstant();
    }

    private static @Nullable BigDecimal degrees(String field, String typed, BindingResult errors) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("\\d{1,3}(\\.\\d{1,15})?")) {
            errors.rejectValue(field, "grid.incident.refused.no-such-point");
            return null;
        }
        return new BigDecimal(plain);
    }

    private static String text(Figures said, Figure figure) {
        var number = said.get(figure);
        return number == null ? "" : number.toString();
    }

    private static String text(@Nullable Double degrees) {
        return degrees == null ? "" : BigDecimal.valueOf(degrees).toPlainString();
    }
}
