package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.grid.gridevent.EventAuthorities;
import io.qiangcun.grid.gridevent.EventHeat;
import io.qiangcun.grid.gridevent.EventHeat.Repeat;
import io.qiangcun.grid.gridevent.EventRules;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where events come again and again, as a list, on a map and in numbers. */
@Controller
@RequestMapping("/grid/repeats")
@PreAuthorize("hasAuthority('" + EventAuthorities.READ_EVENTS + "')")
class HeatController {

    private final EventHeat heat;
    private final EventRules rules;
    private final Messages messages;
    private final Clock clock;

    HeatController(EventHeat heat, EventRules rules, Messages messages, Clock clock) {
        this.heat = heat;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("span", heat.span());
        model.addAttribute("repeats", heat.repeats(jurisdiction, actor));
        model.addAttribute("parts", heat.parts(jurisdiction, actor));
        model.addAttribute("map", heat.map(jurisdiction, actor));
        model.addAttribute("kinds", rules.kinds(jurisdiction.root(), LocalDate.now(clock)));
        return "grid/gridevent/repeats";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, Actor actor, HttpServletResponse response) throws IOException {
        var kinds = rules.kinds(jurisdiction.root(), LocalDate.now(clock));
        Spreadsheet.<Repeat>named(messages.get("grid.repeat.title"), heat.repeats(jurisdiction, actor))
                .column(messages.get("grid.repeat.field.place"), HeatController::place)
                .column(messages.get("grid.repeat.field.kind"), row -> kinds.name(row.kind()))
                .column(messages.get("grid.repeat.field.events"), Repeat::events)
                .column(messages.get("grid.repeat.field.open"), Repeat::open)
                .column(messages.get("grid.repeat.field.last"), Repeat::last)
                .writeTo(response);
    }

    private static String place(Repeat row) {
        return row.villageName() == null ? row.placeName() : row.villageName() + " · " + row.placeName();
    }
}
