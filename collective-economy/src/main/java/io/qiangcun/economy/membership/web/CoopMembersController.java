package io.qiangcun.economy.membership.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.membership.MemberKind;
import io.qiangcun.economy.membership.MembershipQueries;
import io.qiangcun.economy.membership.MembershipQueries.Filter;
import io.qiangcun.economy.membership.MembershipQueries.Member;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The members of all cooperatives of an area, or of one. */
@Controller
@RequestMapping("/economy/cooperative-members")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
class CoopMembersController {

    private final MembershipQueries queries;
    private final CooperativeQueries cooperatives;
    private final MembershipPages pages;
    private final PlaceTree places;
    private final Messages messages;

    CoopMembersController(
            MembershipQueries queries,
            CooperativeQueries cooperatives,
            MembershipPages pages,
            PlaceTree places,
            Messages messages) {
        this.queries = queries;
        this.cooperatives = cooperatives;
        this.pages = pages;
        this.places = places;
        this.messages = messages;
    }

    /** What is asked of the list. */
    record FilterForm(
            @Nullable PlaceCode place,
            @Nullable CooperativeId cooperative,
            @Nullable MemberKind kind,
            @Nullable Boolean left,
            @Nullable String text) {

        Filter toFilter() {
            return new Filter(
                    place, cooperative, kind, Boolean.TRUE.equals(left), null, null, text == null ? "" : text.strip());
        }
    }

    @GetMapping
    String list(@ModelAttribute("filter") FilterForm filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        var asked = within(filter, jurisdiction);
        var cooperative = filter.cooperative();
        if (cooperative != null) {
            model.addAttribute("cooperative", cooperatives.find(jurisdiction, cooperative));
            model.addAttribute("quotas", queries.quotas(jurisdiction, cooperative));
        }
        model.addAttribute("members", queries.members(jurisdiction, asked, page));
        model.addAttribute("sums", queries.sums(jurisdiction, asked));
        model.addAttribute("kinds", MemberKind.values());
        model.addAttribute("above", jurisdiction.level() != PlaceKind.VILLAGE);
        model.addAttribute("writes", cooperatives.isWriter());
        return "economy/membership/list";
    }

    private Filter within(FilterForm filter, Jurisdiction jurisdiction) {
        if (filter.place() != null) {
            places.require(filter.place(), jurisdiction);
        }
        return filter.toFilter();
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") FilterForm filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var found = queries.members(jurisdiction, within(filter, jurisdiction), Pageable.unpaged());
        Spreadsheet.<Member>named(messages.get("economy.membership.list.title"), found.getContent())
                .column(messages.get("place.village"), Member::placeName)
                .column(pages.field("cooperative"), Member::cooperativeName)
                .column(pages.field("number"), Member::number)
                .column(pages.field("name"), Member::name)
                .column(pages.field("kind"), row -> pages.word("kind", row.kind()))
                .column(pages.field("household"), Member::householdNumber)
                .column(pages.field("joined-on"), Member::joinedOn)
                .column(pages.field("contributed"), Member::contributed)
                .column(pages.field("mu"), Member::mu)
                .column(pages.field("shares"), Member::shares)
                .column(pages.field("reserve"), Member::reserve)
                .column(pages.field("left-on"), Member::leftOn)
                .writeTo(response);
    }
}
