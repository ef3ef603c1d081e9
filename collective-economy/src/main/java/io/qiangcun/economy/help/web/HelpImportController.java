package io.qiangcun.economy.help.web;

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
import io.qiangcun.economy.help.AssignHelper;
import io.qiangcun.economy.help.HelpService;
import io.qiangcun.economy.help.HelpService.Entry;
import io.qiangcun.economy.help.HelperId;
import io.qiangcun.economy.help.HelperKind;
import io.qiangcun.economy.help.ListVillage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** A list of weak villages with who helps them, from a sheet. */
@Controller
@RequestMapping("/economy/help/import")
class HelpImportController extends SheetPages<Entry> {

    private final HelpService help;
    private final Messages messages;

    HelpImportController(HelpService help, PlacesOfChoice places, Messages messages) {
        super(
                new Texts(
                        "/economy/help", "economy.help.title", "economy.help.import.title", "economy.help.import.fill"),
                places,
                messages);
        this.help = help;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.ASSIGN_HELP;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return List.of(
                villageColumn(jurisdiction),
                column("on", "listed-on").require().day(),
                column("reason", "reason").require(),
                column("document", "document"),
                column("kind", "kind")
                        .offer(Arrays.stream(HelperKind.values())
                                .map(this::word)
                                .toList()),
                column("name", "name").hint(messages.get("economy.help.import.name")),
                column("post", "post"),
                column("from", "from").day());
    }

    private SheetColumn column(String field, String key) {
        return SheetColumn.named(field, messages.get("economy.help.field." + key));
    }

    private String word(HelperKind kind) {
        return messages.get("economy.help.kind." + kind);
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        return sheet.entries((line, errors) -> entry(line, form.batch(), villages, errors));
    }

    private Optional<Entry> entry(Line line, UUID batch, SheetNames<PlaceCode> villages, BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(errors, "village", "on", "reason");
        var on = Typed.date("on", line.text("on"), errors);
        var from = Typed.date("from", line.text("from"), errors);
        var kind = line.choice("kind", HelperKind.values(), this::word, errors);
        if (kind.isPresent()) {
            line.require(errors, "name");
        }
        var helping = kind.filter(HelperKind.RICH_VILLAGE::equals).isPresent()
                ? villages.only("name", line.text("name"), errors)
                : null;
        if (helping != null && helping.equals(village)) {
            errors.rejectValue("name", "economy.help.refused.helps-itself");
        }
        if (errors.hasErrors() || village == null || on == null) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                line.number(),
                new ListVillage(id(batch, "listing", village), village, on, line.text("reason"), line.text("document")),
                kind.map(one -> new AssignHelper(
                                new HelperId(id(batch, "helper", village)),
                                village,
                                one,
                                true,
                                line.text("name"),
                                line.text("post"),
                                helping,
                                "",
                                from == null ? on : from))
                        .orElse(null)));
    }

    private static UUID id(UUID batch, String what, PlaceCode village) {
        return UUID.nameUUIDFromBytes((batch + what + village).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return help.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return help.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.listing().village();
    }

    @Override
    protected List<String> sorts() {
        return Stream.concat(
                        Stream.of(messages.get("economy.help.weak")),
                        Stream.of(HelperKind.values()).map(this::word))
                .toList();
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return Stream.concat(
                        Stream.of((long) entries.size()),
                        Stream.of(HelperKind.values()).map(kind -> entries.stream()
                                .filter(entry ->
                                        entry.helper() != null && entry.helper().kind() == kind)
                                .count()))
                .toList();
    }
}
