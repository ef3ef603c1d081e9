package io.qiangcun.economy.membership;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.people.EnterHousehold;
import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.LedgerFixtures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Members of tests. */
@Component
public class MembershipFixtures {

    public static final LocalDate JOINED = LocalDate.of(2025, 4, 1);

    private final LedgerFixtures ledger;
    private final MembershipService members;
    private final PeopleService people;
    private final CurrentAccount current;

    MembershipFixtures(LedgerFixtures ledger, MembershipService members, PeopleService people, CurrentAccount current) {
        this.ledger = ledger;
        this.members = members;
        this.people = people;
        this.current = current;
    }

    public void household(PlaceCode village, String number) {
        ledger.run(
                village,
                () -> people.enterHouseholds(
                        current.jurisdiction(),
                        current.actor(),
                        List.of(new EnterHousehold(HouseholdId.next(), village, number, "", null))));
    }

    /** @param yuan brought, a share for each hundred */
    public CoopMemberId member(PlaceCode village, CooperativeId cooperative, String name, String yuan) {
        return joined(village, cooperative, MemberKind.OUTSIDE, "", name, yuan);
    }

    /** @param number of a household that is registered */
    public CoopMemberId home(PlaceCode village, CooperativeId cooperative, String number, String name, String yuan) {
        return joined(village, cooperative, MemberKind.HOUSEHOLD, number, name, yuan);
    }

    private CoopMemberId joined(
            PlaceCode village, CooperativeId cooperative, MemberKind kind, String number, String name, String yuan) {
        var id = CoopMemberId.next();
        ledger.run(
                village,
                () -> members.join(
                        current.jurisdiction(),
                        current.actor(),
                        new Join(
                                id,
                                cooperative,
                                kind,
                                number,
                                name,
                                JOINED,
                                new Contribution(
                                        ContributionKind.MONEY,
                                        Source.OWN,
                                        "",
                                        BigDecimal.ZERO,
                                        Money.of(yuan),
                                        new BigDecimal(yuan).movePointLeft(2)))));
        return id;
    }

    public TradeId traded(
            PlaceCode village, CooperativeId cooperative, CoopMemberId member, TradeKind kind, String yuan, String on) {
        var id = TradeId.next();
        ledger.run(
                village,
                () -> members.trade(
                        current.jurisdiction(),
                        current.actor(),
                        new RecordTrade(
                                id,
                                cooperative,
                                member,
                                "",
                                kind,
                                "Wool",
                                BigDecimal.TEN,
                                "kg",
                                Money.of(yuan),
                                LocalDate.parse(on))));
        return id;
    }
}
