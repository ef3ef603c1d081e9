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
import io.qiangcun.economy.membership.ContributionKind;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.Join;
import io.qiangcun.economy.membership.MemberKind;
import io.qiangcun.economy.membership.MembershipQueries;
import io.qiangcun.economy.membership.MembershipTakeover;
import io.qiangcun.economy.membership.MembershipTakeover.Entry;
import io.qiangcun.economy.membership.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Members that were kept elsewhere, from a sheet. */
@Controller
@RequestMapping("/economy/cooperative-members/import")
class CoopMemberImportController extends SheetPages<Entry> {

    private final MembershipTakeover takeover;
    private final MembershipQueries queries;
    private final MembershipPages pages;
    private final Messages messages;

    CoopMemberImportController(
            MembershipTakeover takeover,
            MembershipQueries queries,
            MembershipPages pages,
            PlacesOfChoice places,
            Messages messages) {
        super(
                new Texts(
                        "/economy/cooperative-members",
                        "economy.membership.list.title",
                        "economy.membership.import.title",
                        "economy.membership.import.fill"),
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
                column("kind", "kind").require().offer(words("kind", MemberKind.values())),
                column("household", "household").hint(messages.get("economy.membership.import.household")),
                column("name", "name").require(),
                column("on", "joined-on").require().day(),
                column("brings", "brings").offer(words("brings", ContributionKind.values())),
                column("source", "source").offer(words("source", Source.values())),
                column("object", "object"),
                column("mu", "mu"),
                column("amount", "amount"),
                column("shares", "shares"));
    }

    private SheetColumn column(String field, String key) {
        return SheetColumn.named(field, pages.field(key));
    }

    private List<String> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> pages.word(prefix, value)).toList();
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        var cooperatives = SheetCooperatives.of(queries.acting(jurisdiction));
        return sheet.entries((line, errors) -> entry(line, form.batch(), villages, cooperatives, errors));
    }

    private Optional<Entry> entry(
            Line line,
            UUID batch,
            SheetNames<PlaceCode> villages,
            SheetCooperatives cooperatives,
            BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(errors, "village", "kind", "name", "on");
        var kind = line.choice("kind", MemberKind.values(), one -> pages.word("kind", one), errors);
        if (kind.filter(one -> one == MemberKind.HOUSEHOLD).isPresent()) {
            line.require(errors, "household");
        }
        var on = Typed.date("on", line.text("on"), errors);
        var brings = line.choice("brings", ContributionKind.values(), one -> pages.word("brings", one), errors)
                .orElse(ContributionKind.MONEY);
        var source = line.choice("source", Source.values(), one -> pages.word("source", one), errors)
                .orElse(Source.OWN);
        var cooperative = village == null
                ? Optional.<CooperativeId>empty()
                : cooperatives.only(village, line.text("cooperative"), errors);
        var nothing = line.text("amount").isEmpty()
                && line.text("shares").isEmpty()
                && line.text("mu").isEmpty();
        var brought = nothing
                ? null
                : JoinForm.contribution(
                        brings.name(),
                        source.name(),
                        line.text("object"),
                        line.text("mu"),
                        line.text("amount"),
                        line.text("shares"),
                        errors);
        if (errors.hasErrors() || village == null || on == null || kind.isEmpty() || cooperative.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                line.number(),
                village,
                new Join(
                        new CoopMemberId(
                                UUID.nameUUIDFromBytes((batch + ":" + line.number()).getBytes(StandardCharsets.UTF_8))),
                        cooperative.get(),
                        kind.get(),
                        line.text("household"),
                        line.text("name"),
                        on,
                        brought)));
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return takeover.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return takeover.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.place();
    }

    @Override
    protected List<String> sorts() {
        return List.of(messages.get("economy.membership.list.title"));
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return List.of((long) entries.size());
    }
}
