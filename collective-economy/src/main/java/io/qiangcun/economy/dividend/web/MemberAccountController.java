package io.qiangcun.economy.dividend.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.dividend.DividendQueries;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.MembershipQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The account of a member in a year; all of it is worked out, nothing typed. */
@Controller
@RequestMapping("/economy/cooperative-members/{id}/account")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
class MemberAccountController {

    private final DividendQueries queries;
    private final MembershipQueries members;
    private final Clock clock;

    MemberAccountController(DividendQueries queries, MembershipQueries members, Clock clock) {
        this.queries = queries;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable CoopMemberId id,
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            Model model) {
        var member = members.find(jurisdiction, id);
        var now = LocalDate.now(clock).getYear();
        var of = year == null || year < member.joinedOn().getYear() || year > now ? now : year;
        model.addAttribute("member", member);
        model.addAttribute("year", of);
        model.addAttribute(
                "years",
                IntStream.rangeClosed(member.joinedOn().getYear(), now)
                        .map(one -> now + member.joinedOn().getYear() - one)
                        .boxed()
                        .toList());
        model.addAttribute("account", queries.account(jurisdiction, id, of));
        model.addAttribute("traded", queries.traded(jurisdiction, id, of));
        model.addAttribute("given", queries.given(jurisdiction, id));
        model.addAttribute("list", queries.listOf(jurisdiction, id, of).orElse(null));
        return "economy/dividend/account";
    }
}
