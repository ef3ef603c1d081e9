package io.qiangcun.party.organisation.web;

import static java.util.stream.Collectors.groupingBy;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetNames;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationTakeover.Entry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The lines of a sheet of organisations; one may name another of the same sheet as standing above it. */
final class OrganisationLines {

    private final TypedSheet sheet;
    private final UUID batch;
    private final SheetNames<PlaceCode> places;
    private final Map<String, List<Superior>> superiors;
    private final LocalDate today;
    private final Messages messages;

    /** @param batch tells the lines of a sheet sent twice that they are the same */
    OrganisationLines(
            TypedSheet sheet,
            UUID batch,
            SheetNames<PlaceCode> places,
            List<OrganisationBrief> existing,
            LocalDate today,
            Messages messages) {
        this.sheet = sheet;
        this.batch = batch;
        this.places = places;
        this.today = today;
        this.messages = messages;
        this.superiors = Stream.concat(
                        existing.stream().map(above -> new Superior(above.name(), above.place(), above.id())),
                        sheet.lines().stream().filter(this::mayStandAbove).flatMap(this::superiors))
                .distinct()
                .collect(groupingBy(Superior::name));
    }

    private record Superior(String name, PlaceCode place, OrganisationId id) {}

    private boolean mayStandAbove(Line line) {
        return line.choice("kind", OrganisationKind.values(), this::word)
                .filter(kind -> !kind.isBranch())
                .isPresent();
    }

    private Stream<Superior> superiors(Line line) {
        return places.called(line.text("place")).stream()
                .map(place -> new Superior(line.text("name"), place, idOf(line)));
    }

    List<Entry> entries() {
        return sheet.entries(this::entry);
    }

    private Optional<Entry> entry(Line line, BindingResult errors) {
        var place = places.only("place", line.text("place"), errors);
        var kind = line.choice("kind", OrganisationKind.values(), this::word, errors);
        var parent = place == null ? null : parentOf(line, place, errors);
        var electedOn = Typed.date("electedOn", line.text("electedOn"), errors);
        var countedOn = line.text("countedOn");
        return new FoundForm(
                        idOf(line).toString(),
                        place == null ? line.text("place") : place.value(),
                        kind.map(Enum::name).orElse(line.text("kind")),
                        line.text("name"),
                        parent == null ? "" : parent.toString(),
                        line.text("foundedOn"),
                        isYes(line, "hasCommittee", errors),
                        isYes(line, "hasGroups", errors),
                        line.text("fullMemberCount"),
                        line.text("memberCount"),
                        countedOn.isEmpty() ? today.toString() : countedOn)
                .toCommand(errors)
                .map(command -> new Entry(line.number(), command, electedOn));
    }

    private OrganisationId idOf(Line line) {
        return new OrganisationId(
                UUID.nameUUIDFromBytes((batch + " " + line.number()).getBytes(StandardCharsets.UTF_8)));
    }

    /** Of several with the name, the one whose place the organisation lies in. */
    private @Nullable OrganisationId parentOf(Line line, PlaceCode place, BindingResult errors) {
        var typed = line.text("parent");
        var named = superiors.getOrDefault(typed, List.of());
        var above = named.stream()
                .filter(superior -> place.value().startsWith(superior.place().value()))
                .toList();
        return SheetNames.only(
                (above.size() == 1 ? above : named).stream().map(Superior::id).toList(), "parent", typed, errors);
    }

    private boolean isYes(Line line, String field, BindingResult errors) {
        return line.choice(field, new Boolean[] {true, false}, this::word, errors)
                .orElse(false);
    }

    private String word(OrganisationKind kind) {
        return messages.get(kind.messageKey());
    }

    private String word(boolean yes) {
        return messages.get(yes ? "party.organisation.yes" : "party.organisation.no");
    }
}
