package io.qiangcun.grid.incident.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.incident.BulletinId;
import io.qiangcun.grid.incident.BulletinLine;
import io.qiangcun.grid.incident.BulletinNotFound;
import io.qiangcun.grid.incident.BulletinRow;
import io.qiangcun.grid.incident.Bulletins;
import io.qiangcun.grid.incident.ConcernId;
import io.qiangcun.grid.incident.Figure;
import io.qiangcun.grid.incident.Figures;
import io.qiangcun.grid.incident.IncidentAuthorities;
import io.qiangcun.grid.incident.IncidentQueries;
import io.qiangcun.grid.incident.IncidentRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bulletins: numbers of a moment with the places behind them, and what has changed since the one before. */
@Controller
@RequestMapping("/grid/incidents")
class BulletinController {

    private static final String MAY_COMMAND = "hasAuthority('" + IncidentAuthorities.COMMAND + "')";

    private final Bulletins service;
    private final IncidentQueries incidents;
    private final IncidentBoard board;

    BulletinController(Bulletins service, IncidentQueries incidents, IncidentBoard board) {
        this.service = service;
        this.incidents = incidents;
        this.board = board;
    }

    @PostMapping("/{id}/bulletins")
    @PreAuthorize(MAY_COMMAND)
    String compile(
            @PathVariable ConcernId id,
            @RequestParam(defaultValue = "") String bulletin,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        var concern = board.find(jurisdiction, id);
        var asked = Typed.sent(BulletinId::valueOf, bulletin);
        try {
            service.compile(jurisdiction, actor, concern.id(), asked);
        } catch (IncidentRefused no) {
            flash.addFlashAttribute("problem", no.messageKey());
            return "redirect:/grid/incidents/" + id;
        }
        return "redirect:/grid/incidents/bulletins/" + asked;
    }

    @GetMapping("/bulletins/{bulletin}")
    String show(@PathVariable BulletinId bulletin, Jurisdiction jurisdiction, Model model) {
        var shown = incidents.bulletin(jurisdiction, bulletin).orElseThrow(() -> new BulletinNotFound(bulletin));
        var lines = incidents.lines(jurisdiction, shown.bulletinId());
        var before = incidents.before(jurisdiction, shown);
        var linesBefore = before.map(BulletinRow::bulletinId)
                .map(id -> incidents.lines(jurisdiction, id))
                .orElse(List.of());
        var total = sum(lines);
        var totalBefore = sum(linesBefore);
        model.addAttribute("bulletin", shown);
        model.addAttribute("before", before.orElse(null));
        model.addAttribute("total", total);
        model.addAttribute(
                "changes",
                Stream.of(Figure.values())
                        .filter(figure -> total.changeSince(totalBefore, figure) != 0)
                        .map(figure ->
                                new Change(figure, totalBefore.number(figure), total.changeSince(totalBefore, figure)))
                        .toList());
        model.addAttribute(
                "heard", lines.stream().filter(line -> line.saidAt() != null).toList());
        model.addAttribute(
                "silent", lines.stream().filter(line -> line.saidAt() == null).toList());
        model.addAttribute("townships", townships(lines));
        model.addAttribute("figures", said(lines));
        return "grid/incident/bulletin";
    }

    private static List<Township> townships(List<BulletinLine> lines) {
        return lines.stream()
                .filter(line -> line.saidAt() != null)
                .collect(groupingBy(
                        line -> Objects.requireNonNullElse(line.townshipName(), "—"), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> new Township(entry.getKey(), sum(entry.getValue()), entry.getValue()))
                .toList();
    }

    /** Columns that have a number in some line; the first two always. */
    private static List<Figure> said(List<BulletinLine> lines) {
        return Stream.of(Figure.values())
                .filter(figure -> figure.ordinal() < 2
                        || lines.stream().anyMatch(line -> line.figures().get(figure) != null))
                .toList();
    }

    private static Figures sum(List<BulletinLine> lines) {
        return Figures.sum(lines.stream().map(BulletinLine::figures).toList());
    }

    /** A number that is another than in the bulletin before. */
    record Change(Figure figure, int before, int by) {}

    /** A township with its places. */
    record Township(String name, Figures figures, List<BulletinLine> lines) {

        Township {
            lines = List.copyOf(lines);
        }
    }
}
