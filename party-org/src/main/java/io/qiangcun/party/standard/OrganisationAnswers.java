package io.qiangcun.party.standard;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.PartyRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a branch has the size, the committee and the term that the regulations want. */
@Service
@Transactional(readOnly = true)
class OrganisationAnswers implements Answers {

    private static final String SIZE = "party.branch-size";
    private static final String COMMITTEE = "party.branch-committee";
    private static final String TERM = "party.term";

    private final PartyRules rules;
    private final JdbcClient database;
    private final MessageSource messages;

    OrganisationAnswers(PartyRules rules, JdbcClient database, MessageSource messages) {
        this.rules = rules;
        this.database = database;
        this.messages = messages;
    }

    @Override
    public List<String> questions() {
        return List.of(SIZE, COMMITTEE, TERM);
    }

    @Override
    public Map<String, Answer> answers(
            Jurisdiction jurisdiction, OrganisationBrief branch, LocalDate from, LocalDate until) {
        var known = database.sql("""
                select count(m.*) as members, count(m.*) filter (where m.standing = 'FULL') as full_members,
                  max((select max(coalesce(t.extended_to, t.ends_on)) from party_term t
                    where t.organisation_id = o.organisation_id)) as last_day
                from party_organisation o
                  left join party_member m on m.organisation_id = o.organisation_id and m.ended_on is null
                where o.organisation_id = :branch and o.place_code >= :lo and o.place_code < :hi
                """)
                .param("branch", branch.id().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Known.class)
                .single();
        var members = known.members() == 0 ? branch.memberCount() : known.members();
        var full = known.members() == 0 ? branch.fullMemberCount() : known.fullMembers();
        return Map.of(
                SIZE, size(branch, members, full, until),
                COMMITTEE, committee(branch, full, until),
                TERM, term(branch, known.lastDay(), until));
    }

    private Answer size(OrganisationBrief branch, int members, int full, LocalDate on) {
        var least = rules.rule("party.branch-too-small", on).wholeNumber();
        var most = rules.rule("party.branch-too-large", on).wholeNumber();
        var facts = new ArrayList<Fact>();
        facts.add(fact(membersOf(branch, true), "party.standard.fact.full-members", full, full >= least));
        facts.add(fact(membersOf(branch, false), "party.standard.fact.members", members, members <= most));
        return Answer.of(facts);
    }

    private Answer committee(OrganisationBrief branch, int full, LocalDate on) {
        var needed = full >= rules.rule("party.branch-without-committee", on).wholeNumber();
        var key = branch.hasCommittee() ? "party.standard.fact.committee" : "party.standard.fact.no-committee";
        return needed
                ? Answer.of(List.of(fact("/party/organisations/" + branch.id(), key, full, branch.hasCommittee())))
                : Answer.of(List.of());
    }

    private Answer term(OrganisationBrief branch, @Nullable LocalDate lastDay, LocalDate until) {
        return lastDay == null
                ? Answer.of(List.of())
                : Answer.of(List.of(fact(
                        "/party/organisations/" + branch.id(),
                        "party.standard.fact.term",
                        lastDay,
                        !lastDay.isBefore(until.minusDays(1)))));
    }

    /** Whom the number counts, one by one. */
    private static String membersOf(OrganisationBrief branch, boolean full) {
        return "/party/members?organisation=" + branch.id() + (full ? "&standing=FULL" : "");
    }

    private Fact fact(String href, String key, Object argument, boolean good) {
        return new Fact(
                messages.getMessage(key, new Object[] {argument.toString()}, Locale.SIMPLIFIED_CHINESE), href, good);
    }

    private record Known(
            int members, int fullMembers, @Nullable LocalDate lastDay) {}
}
