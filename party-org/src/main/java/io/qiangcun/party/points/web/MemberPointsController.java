package io.qiangcun.party.points.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.MemberNotFound;
import io.qiangcun.party.points.MemberPoints;
import io.qiangcun.party.points.MemberSlips;
import io.qiangcun.party.points.PointsQueries;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What one member has in a year, and the slip by which he sees it himself. */
@Controller
@RequestMapping("/party/points/members/{id}")
class MemberPointsController {

    private static final String MAY_ENTER = "hasAuthority('" + PartyAuthorities.ENTER_POINTS + "')";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final PointsQueries queries;
    private final MemberSlips slips;
    private final Clock clock;

    MemberPointsController(PointsQueries queries, MemberSlips slips, Clock clock) {
        this.queries = queries;
        this.slips = slips;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable MemberId id,
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var today = LocalDate.now(clock);
        var asked = year == null || year < FIRST_YEAR || year > LAST_YEAR ? today.getYear() : year;
        var points = find(jurisdiction, id, asked);
        model.addAttribute("points", points);
        model.addAttribute("today", today);
        model.addAttribute("slips", slips.of(jurisdiction, id));
        model.addAttribute(
                "handsOut",
                me.may(PartyAuthorities.ENTER_POINTS)
                        && jurisdiction.equals(Jurisdiction.within(
                                new PlaceCode(points.member().placeCode()))));
        return "party/points/member";
    }

    /** The only page that ever shows the code; it is to be printed. */
    @PostMapping("/slip")
    @PreAuthorize(MAY_ENTER)
    String issue(@PathVariable MemberId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        var points = find(jurisdiction, id, LocalDate.now(clock).getYear());
        model.addAttribute("points", points);
        model.addAttribute("slip", slips.issue(jurisdiction, actor, id).orElseThrow(() -> new MemberNotFound(id)));
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/party/slip")
                        .toUriString());
        return "party/points/slip";
    }

    @PostMapping("/slip/revoke")
    @PreAuthorize(MAY_ENTER)
    String revoke(@PathVariable MemberId id, Jurisdiction jurisdiction, RedirectAttributes flash) {
        if (!slips.revoke(jurisdiction, id)) {
            throw new MemberNotFound(id);
        }
        flash.addFlashAttribute("done", "party.points.done.revoked");
        return "redirect:/party/points/members/" + id;
    }

    private MemberPoints find(Jurisdiction jurisdiction, MemberId id, int year) {
        return queries.of(jurisdiction, id, year).orElseThrow(() -> new MemberNotFound(id));
    }
}
