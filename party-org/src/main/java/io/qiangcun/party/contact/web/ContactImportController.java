package io.qiangcun.party.contact.web;

import static java.util.stream.Collectors.groupingBy;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.SheetNames;
import io.qiangcun.core.web.SheetPages;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.contact.ContactTakeover;
import io.qiangcun.party.contact.ContactTakeover.Entry;
import io.qiangcun.party.contact.ContactTakeover.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Households and who looks after them, from a sheet. */
@Controller
@RequestMapping("/party/contacts/import")
class ContactImportController extends SheetPages<Entry> {

    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_ADDRESS = 100;

    private final ContactTakeover contacts;
    private final PlacesOfChoice choices;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    ContactImportController(
            ContactTakeover contacts, PlacesOfChoice choices, PlaceTree places, Messages messages, Clock clock) {
        super(
                new Texts(
                        "/party/contacts",
                        "party.contact.list.title",
                        "party.contact.import.title",
                        "party.contact.import.fill"),
                choices,
                messages);
        this.contacts = contacts;
        this.choices = choices;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return PartyAuthorities.WRITE_CONTACTS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return List.of(
                villageColumn(jurisdiction),
                column("number").require(),
                column("address"),
                column("grid").hint(messages.get("party.contact.import.grid")),
                column("keeper").hint(messages.get("party.contact.import.keeper")),
                column("since").day());
    }

    private SheetColumn column(String field) {
        return SheetColumn.named(field, messages.get("party.contact.field." + field));
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        var grids = places.all(jurisdiction, PlaceKind.GRID, LocalDate.now(clock)).stream()
                .collect(groupingBy(
                        grid -> grid.code().parent().map(PlaceCode::value).orElse("")));
        var members = contacts.members(jurisdiction).stream().collect(groupingBy(Named::placeCode));
        return sheet.entries((line, errors) -> entry(line, villages, grids, members, errors));
    }

    private Optional<Entry> entry(
            Line line,
            SheetNames<PlaceCode> villages,
            Map<String, List<PlaceNode>> gridsOf,
            Map<String, List<Named>> membersOf,
            BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(errors, "village", "number");
        tooLong("number", line.text("number"), LONGEST_NUMBER, errors);
        tooLong("address", line.text("address"), LONGEST_ADDRESS, errors);
        var since = Typed.date("since", line.text("since"), errors);
        var today = LocalDate.now(clock);
        if (since != null && since.isAfter(today)) {
            errors.rejectValue("since", "party.contact.refused.future");
        }
        if (village == null) {
            return Optional.empty();
        }
        var grid = SheetNames.only(
                gridsOf.getOrDefault(village.value(), List.of()).stream()
                        .filter(one -> one.name().equals(line.text("grid")))
                        .toList(),
                "grid",
                line.text("grid"),
                errors);
        var keeper = keeper(line, membersOf.getOrDefault(village.value(), List.of()), errors);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Entry(
                        line.number(),
                        village,
                        line.text("number"),
                        line.text("address"),
                        grid == null ? null : grid.code(),
                        keeper,
                        since == null ? today : since));
    }

    private static @Nullable PersonId keeper(Line line, List<Named> members, BindingResult errors) {
        var named = SheetNames.only(
                members.stream()
                        .filter(member -> member.name().equals(line.text("keeper")))
                        .toList(),
                "keeper",
                line.text("keeper"),
                errors);
        return named == null ? null : new PersonId(named.personId());
    }

    private static void tooLong(String field, String text, int limit, BindingResult errors) {
        if (text.length() > limit) {
            errors.rejectValue(field, "party.contact.import.too-long", new Object[] {limit}, null);
        }
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return contacts.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return contacts.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.village();
    }

    @Override
    protected List<String> sorts() {
        return List.of(
                messages.get("party.contact.field.homes"),
                messages.get("party.contact.field.covered"),
                messages.get("party.contact.field.keepers"));
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return List.of(
                (long) entries.size(),
                entries.stream().filter(entry -> entry.keeper() != null).count(),
                entries.stream()
                        .map(Entry::keeper)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
    }
}
