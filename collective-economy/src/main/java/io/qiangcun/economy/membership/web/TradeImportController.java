package io.qiangcun.economy.membership.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.SheetNames;
import io.qiangcun.core.web.SheetPages;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.MembershipQueries;
import io.qiangcun.economy.membership.MembershipQueries.Called;
import io.qiangcun.economy.membership.MembershipTakeover;
import io.qiangcun.economy.membership.MembershipTakeover.TradeEntry;
import io.qiangcun.economy.membership.RecordTrade;
import io.qiangcun.economy.membership.TradeId;
import io.qiangcun.economy.membership.TradeKind;
import io.qiangcun.economy.money.TypedMoney;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Trades that were kept elsewhere, from a sheet. */
@Controller
@RequestMapping("/economy/cooperative-trades/import")
class TradeImportController extends SheetPages<TradeEntry> {

    private static final int DECIMALS = 3;

    private final MembershipTakeover takeover;
    private final MembershipQueries queries;
    private final MembershipPages pages;
    private final Messages messages;

    TradeImportController(
            MembershipTakeover takeover,
            MembershipQueries queries,
            MembershipPages pages,
            PlacesOfChoice places,
            Messages messages) {
        super(
                new Texts(
                        "/economy/cooperative-trades",
                        "economy.membership.trades.title",
                        "economy.membership.trades.import.title",
                        "economy.membership.trades.import.fill"),
                places,
                messages);
        this.takeover = takeover;
        this.queries = queries;
        this.pages = pages;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.WRITE_COOPERATIVES;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return List.of(
                villageColumn(jurisdiction),
                column("cooperative", "cooperative").hint(messages.get("economy.membership.import.cooperative")),
                column("on", "traded-on").require().day(),
                column("who", "who").require().offer(List.of(member(), other())),
                column("name", "name").require().hint(messages.get("economy.membership.trades.import.name")),
                column("kind", "trade")
                        .require()
                        .offer(Arrays.stream(TradeKind.values())
                                .map(kind -> pages.word("trade", kind))
                                .toList()),
                column("product", "product").require(),
                column("quantity", "quantity"),
                column("unit", "unit"),
                column("amount", "amount").require());
    }

    private SheetColumn column(String field, String key) {
        return SheetColumn.named(field, pages.field(key));
    }

    private String member() {
        return messages.get("economy.membership.who.member");
    }

    private String other() {
        return messages.get("economy.membership.who.other");
    }

    @Override
    protected List<TradeEntry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        var cooperatives = SheetCooperatives.of(queries.acting(jurisdiction));
        var members = queries.called(jurisdiction).stream().collect(Collectors.groupingBy(Called::cooperativeId));
        return sheet.entries((line, errors) -> entry(line, form.batch(), villages, cooperatives, members, errors));
    }

    private Optional<TradeEntry> entry(
            Line line,
            UUID batch,
            SheetNames<PlaceCode> villages,
            SheetCooperatives cooperatives,
            Map<UUID, List<Called>> members,
            BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(errors, "village", "on", "who", "name", "kind", "product", "amount");
        var kind = line.choice("kind", TradeKind.values(), one -> pages.word("trade", one), errors);
        var who = line.choice("who", new Boolean[] {true, false}, one -> one ? member() : other(), errors);
        var on = Typed.date("on", line.text("on"), errors);
        var quantity = TypedMoney.number("quantity", line.text("quantity"), DECIMALS, errors);
        var amount = TypedMoney.money("amount", line.text("amount"), errors);
        var cooperative = village == null
                ? Optional.<CooperativeId>empty()
                : cooperatives.only(village, line.text("cooperative"), errors);
        if (quantity != null && quantity.signum() < 0) {
            errors.rejectValue("quantity", "economy.membership.refused.negative");
        }
        var member = cooperative.isPresent() && who.orElse(false)
                ? member(members.getOrDefault(cooperative.get().value(), List.of()), line.text("name"), errors)
                : null;
        if (errors.hasErrors()
                || village == null
                || on == null
                || amount == null
                || kind.isEmpty()
                || cooperative.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TradeEntry(
                line.number(),
                village,
                new RecordTrade(
                        new TradeId(
                                UUID.nameUUIDFromBytes((batch + ":" + line.number()).getBytes(StandardCharsets.UTF_8))),
                        cooperative.get(),
                        member,
                        line.text("name"),
                        kind.get(),
                        line.text("product"),
                        quantity == null ? BigDecimal.ZERO : quantity,
                        line.text("unit"),
                        amount,
                        on)));
    }

    /** By number, household or name; whoever shares his name is called by his number. */
    private static @Nullable CoopMemberId member(List<Called> members, String called, BindingResult errors) {
        var found = members.stream()
                .filter(member -> member.name().equals(called)
                        || called.equals(member.householdNumber())
                        || called.equals(Integer.toString(member.number())))
                .toList();
        var one = SheetNames.only(found, "name", called, errors);
        return one == null ? null : new CoopMemberId(one.coopMemberId());
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<TradeEntry> entries) {
        return takeover.checkTrades(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<TradeEntry> entries) {
        return takeover.takeTrades(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(TradeEntry entry) {
        return entry.place();
    }

    @Override
    protected List<String> sorts() {
        return List.of(messages.get("economy.membership.trades.title"));
    }

    @Override
    protected List<Long> count(List<TradeEntry> entries) {
        return List.of((long) entries.size());
    }
}
