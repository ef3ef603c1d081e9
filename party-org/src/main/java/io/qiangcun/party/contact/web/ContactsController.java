package io.qiangcun.party.contact.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.contact.ContactQueries;
import io.qiangcun.party.contact.ContactQueries.VillageFilter;
import io.qiangcun.party.contact.ContactQueries.VillageRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Members and the households they look after, village by village. */
@Controller
@RequestMapping("/party/contacts")
@PreAuthorize("hasAuthority('" + PartyAuthorities.READ_CONTACTS + "')")
class ContactsController {

    private final ContactQueries queries;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    ContactsController(ContactQueries queries, PlaceTree places, Messages messages, Clock clock) {
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked of the list. */
    record Asked(
            @Nullable PlaceCode place,
            @Nullable Boolean uncovered,
            @Nullable String text) {

        VillageFilter toFilter() {
            return new VillageFilter(
                    place, Boolean.TRUE.equals(uncovered), text == null || text.isBlank() ? null : text.strip());
        }
    }

    /** Whoever asks for one village only is shown it. */
    @GetMapping
    String list(@ModelAttribute("filter") Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        var within = asked.place() == null || !jurisdiction.covers(asked.place()) ? jurisdiction.root() : asked.place();
        if (within.kind() == PlaceKind.VILLAGE) {
            return "redirect:/party/contacts/" + within;
        }
        model.addAttribute("villages", queries.villages(jurisdiction, asked.toFilter(), page));
        model.addAttribute("guide", queries.guide());
        model.addAttribute(
                "places",
                jurisdiction.level() == PlaceKind.COUNTY
                        ? places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock))
                        : List.of());
        return "party/contact/list";
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var rows = queries.villages(jurisdiction, asked.toFilter(), Pageable.unpaged());
        Spreadsheet.<VillageRow>named(messages.get("party.contact.list.title"), rows)
                .column(messages.get("place.township"), VillageRow::townshipName)
                .column(messages.get("place.village"), VillageRow::name)
                .column(field("members"), VillageRow::members)
                .column(field("below"), VillageRow::below)
                .column(field("above"), VillageRow::above)
                .column(field("homes"), VillageRow::households)
                .column(field("covered"), VillageRow::covered)
                .column(field("uncovered"), VillageRow::uncovered)
                .writeTo(response);
    }

    private String field(String field) {
        return messages.get("party.contact.field." + field);
    }
}
