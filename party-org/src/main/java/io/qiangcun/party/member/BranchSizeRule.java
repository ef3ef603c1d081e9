package io.qiangcun.party.member;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.party.organisation.PartyRules;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds branches whose number of members asks for another form; only where members are recorded. */
@Service
@Transactional(readOnly = true)
class BranchSizeRule {

    private final JdbcClient database;
    private final PartyRules rules;

    BranchSizeRule(JdbcClient database, PartyRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** @param which compares {@code members}, {@code full_members} and {@code has_committee} with {@code :amount} */
    public Stream<Finding> findings(String code, String which, Jurisdiction jurisdiction, LocalDate today) {
        var rule = rules.rule(code, today);
        var days = rules.rule("party.branch-change-days", today).wholeNumber();
        return database
                .sql("""
                select organisation_id, place_code, name, members, full_members, changed_on
                from (
                  select o.organisation_id, o.place_code, o.name, o.has_committee,
                    count(m.*) filter (where m.ended_on is null) as members,
                    count(m.*) filter (where m.ended_on is null and m.standing = 'FULL') as full_members,
                    coalesce((select max(c.effective_on) from party_member_change c
                      where c.organisation_id = o.organisation_id), o.founded_on) as changed_on
                  from party_organisation o join party_member m on m.organisation_id = o.organisation_id
                  where o.place_code >= :lo and o.place_code < :hi and o.kind = 'BRANCH' and o.dissolved_on is null
                  group by o.organisation_id
                ) b
                where %s
                """.formatted(which))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("amount", rule.wholeNumber())
                .query(Branch.class)
                .list()
                .stream()
                .map(branch -> new Finding(
                        branch.organisationId().toString(),
                        new PlaceCode(branch.placeCode()),
                        List.of(
                                branch.name(),
                                Integer.toString(branch.members()),
                                Integer.toString(branch.fullMembers())),
                        branch.changedOn().plusDays(days),
                        rule.basis(),
                        "/party/organisations/" + branch.organisationId(),
                        List.of(
                                new Fact("party.member.fact.members", Integer.toString(branch.members())),
                                new Fact("party.member.fact.full", Integer.toString(branch.fullMembers())),
                                new Fact(
                                        "party.member.fact.changed",
                                        branch.changedOn().toString()))));
    }

    private record Branch(
            UUID organisationId, String placeCode, String name, int members, int fullMembers, LocalDate changedOn) {}
}
