package io.qiangcun.grid.incident.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.grid.incident.BulletinId;
import io.qiangcun.grid.incident.BulletinRow;
import io.qiangcun.grid.incident.ConcernId;
import io.qiangcun.grid.incident.ConcernRow;
import io.qiangcun.grid.incident.Figures;
import io.qiangcun.grid.incident.IncidentAuthorities;
import io.qiangcun.grid.incident.IncidentNotFound;
import io.qiangcun.grid.incident.IncidentQueries;
import io.qiangcun.grid.incident.PointMap;
import io.qiangcun.grid.incident.RollCallId;
import io.qiangcun.grid.incident.RollCallRow;
import io.qiangcun.grid.incident.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything about an incident on one page: the war room of a county or a township, the own part of a village. */
@Component
class IncidentBoard {

    private static final int MESSAGES = 8;

    private final IncidentQueries incidents;
    private final CurrentAccount account;

    IncidentBoard(IncidentQueries incidents, CurrentAccount account) {
        this.incidents = incidents;
        this.account = account;
    }

    ConcernRow find(Jurisdiction jurisdiction, ConcernId id) {
        return incidents.find(jurisdiction, id).orElseThrow(() -> new IncidentNotFound(id));
    }

    String show(ConcernRow concern, Jurisdiction jurisdiction, Model model) {
        var standings = incidents.standings(jurisdiction, concern);
        var rollCalls = concern.isAbove() ? incidents.rollCalls(jurisdiction, concern) : List.<RollCallRow>of();
        var bulletins = concern.isAbove() ? incidents.bulletins(jurisdiction, concern) : List.<BulletinRow>of();
        var commands = concern.isAbove() && account.may(IncidentAuthorities.COMMAND);
        var command = concern.isOn() && commands;
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new CallForm(RollCallId.next().toString(), ""));
        }
        model.addAttribute("concern", concern);
        model.addAttribute("standings", standings);
        model.addAttribute("groups", groups(standings, concern));
        model.addAttribute(
                "total", Figures.sum(standings.stream().map(Standing::figures).toList()));
        model.addAttribute(
                "needs",
                standings.stream().filter(place -> !place.needs().isEmpty()).toList());
        model.addAttribute(
                "hazards",
                standings.stream()
                        .filter(place -> place.figures().openHazards() > 0)
                        .toList());
        model.addAttribute(
                "silent", standings.stream().filter(Standing::isSilent).toList());
        model.addAttribute("messages", incidents.newest(jurisdiction, concern, MESSAGES));
        model.addAttribute("unreached", concern.isAbove() ? incidents.unreached(jurisdiction, concern) : List.of());
        model.addAttribute("calls", incidents.own(jurisdiction, account.actor(), concern));
        model.addAttribute("rollCalls", rollCalls);
        model.addAttribute("bulletins", bulletins);
        model.addAttribute("bulletin", BulletinId.next());
        model.addAttribute("map", PointMap.of(standings, incidents.points(jurisdiction, concern)));
        model.addAttribute("timeLine", timeLine(concern, rollCalls, bulletins));
        model.addAttribute("command", command);
        model.addAttribute("ends", command && concern.isHead() && jurisdiction.covers(concern.place()));
        model.addAttribute("reports", !concern.isAbove() && account.may(IncidentAuthorities.REPORT));
        model.addAttribute("mayReport", account.may(IncidentAuthorities.REPORT));
        return "grid/incident/board";
    }

    /** By township where a county looks, place by place otherwise. */
    static List<Group> groups(List<Standing> standings, ConcernRow concern) {
        if (concern.placeCode().length() > 6) {
            return standings.stream()
                    .map(place ->
                            new Group(place.placeName(), place.concern().toString(), place.figures(), List.of(place)))
                    .toList();
        }
        return standings.stream()
                .collect(groupingBy(Standing::townshipCode, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(places -> new Group(
                        Objects.requireNonNullElse(places.get(0).townshipName(), "—"),
                        null,
                        Figures.sum(places.stream().map(Standing::figures).toList()),
                        places))
                .toList();
    }

    private static List<Moment> timeLine(ConcernRow concern, List<RollCallRow> rollCalls, List<BulletinRow> bulletins) {
        var moments = new ArrayList<Moment>();
        moments.add(new Moment(
                concern.beganAt(),
                "grid.incident.line.began",
                List.of(concern.headName(), text(concern.beganBy())),
                null));
        rollCalls.forEach(call -> moments.add(new Moment(
                call.calledAt(),
                "grid.incident.line.called",
                List.of(call.placeName(), call.called(), call.answered(), call.unreached()),
                "/grid/incidents/roll-calls/" + call.rollCallId())));
        bulletins.forEach(bulletin -> moments.add(new Moment(
                bulletin.compiledAt(),
                "grid.incident.line.bulletin",
                List.of(bulletin.number(), bulletin.messages()),
                "/grid/incidents/bulletins/" + bulletin.bulletinId())));
        var ended = concern.endedAt();
        if (ended != null) {
            moments.add(new Moment(ended, "grid.incident.line.ended", List.of(text(concern.endedBy())), null));
        }
        moments.sort(Comparator.comparing(Moment::at).reversed());
        return moments;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /**
     * Places taken together.
     *
     * @param concern opens the reports of the only place, null for several
     */
    record Group(String name, @Nullable String concern, Figures figures, List<Standing> places) {

        Group {
            places = List.copyOf(places);
        }

        public int messages() {
            return places.stream().mapToInt(Standing::versions).sum();
        }

        public long silent() {
            return places.stream().filter(Standing::isSilent).count();
        }

        public @Nullable Instant saidAt() {
            return places.stream()
                    .map(Standing::saidAt)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** Something that happened, in words. */
    record Moment(
            Instant at,
            String messageKey,
            List<Object> arguments,
            @Nullable String href) {

        Moment {
            arguments = List.copyOf(arguments);
        }

        public Object[] words() {
            return arguments.toArray();
        }
    }
}
