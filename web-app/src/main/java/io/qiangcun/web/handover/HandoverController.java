package io.qiangcun.web.handover;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.dashboard.OpenItems;
import io.qiangcun.core.dashboard.OpenItems.Item;
import io.qiangcun.core.duty.DutyAuthorities;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The hand-over list of a place, to be read on the screen, printed and signed by both sides. */
@Controller
@RequestMapping("/handover")
@PreAuthorize("hasAuthority('" + DutyAuthorities.READ + "')")
class HandoverController {

    private final List<OpenItems> contributions;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    HandoverController(ObjectProvider<OpenItems> contributions, PlaceTree places, Messages messages, Clock clock) {
        this.contributions = contributions.stream()
                .sorted(Comparator.comparingInt(OpenItems::order))
                .toList();
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String own(Jurisdiction jurisdiction) {
        return "redirect:/handover/" + jurisdiction.root();
    }

    @GetMapping("/{place}")
    String show(
            @PathVariable PlaceCode place,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        model.addAttribute("place", places.require(place, jurisdiction));
        model.addAttribute("sections", sections(jurisdiction, me, place));
        model.addAttribute("today", LocalDate.now(clock));
        return "web/handover/show";
    }

    @GetMapping("/{place}/export")
    void export(
            @PathVariable PlaceCode place,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            HttpServletResponse response)
            throws IOException {
        var name = places.require(place, jurisdiction).name();
        var lines = sections(jurisdiction, me, place).stream()
                .flatMap(section -> section.items().stream().map(item -> new Line(section.titleKey(), item)))
                .toList();
        Spreadsheet.<Line>named(messages.get("web.handover.title", name), lines)
                .column(messages.get("web.handover.kind"), line -> messages.get(line.titleKey()))
                .column(messages.get("web.handover.item"), line -> line.item().text())
                .column(messages.get("web.handover.note"), line -> line.item().note())
                .column(messages.get("web.handover.due"), line -> line.item().due())
                .writeTo(response);
    }

    private List<Section> sections(Jurisdiction jurisdiction, SignedInAccount me, PlaceCode place) {
        var today = LocalDate.now(clock);
        return contributions.stream()
                .filter(one -> me.may(one.authority()))
                .map(one -> new Section(one.titleKey(), one.of(jurisdiction, place, today)))
                .filter(section -> !section.items().isEmpty())
                .toList();
    }

    /** What one module contributes. */
    record Section(String titleKey, List<Item> items) {}

    private record Line(String titleKey, Item item) {}
}
