package io.qiangcun.party.organisation.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice.Choice;
import io.qiangcun.core.sheet.RowSheet;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationTakeover.Entry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** The lines of a sheet of organisations, each read as if it had been typed into the form. */
final class SheetLines {

    static final List<String> FIELDS = List.of(
            "place",
            "kind",
            "name",
            "parent",
            "foundedOn",
            "electedOn",
            "hasCommittee",
            "hasGroups",
            "fullMemberCount",
            "memberCount",
            "countedOn");

    private final RowSheet sheet;
    private final UUID batch;
    private final LocalDate today;
    private final Messages messages;
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, List<PlaceCode>> places;
    private final Map<String, List<Superior>> superiors;
    private final Map<Integer, List<Problem>> problems = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<OrganisationId, Integer> lineOf = new HashMap<>();

    /** @param batch tells the lines of a sheet sent twice that they are the same */
    SheetLines(
            RowSheet sheet,
            UUID batch,
            List<Choice> choices,
            List<OrganisationBrief> existing,
            LocalDate today,
            Messages messages) {
        this.sheet = sheet;
        this.batch = batch;
        this.today = today;
        this.messages = messages;
        FIELDS.forEach(field -> labels.put(field, label(field, messages)));
        this.places = choices.stream()
                .flatMap(place -> Stream.of(place.code().value(), place.name(), place.fullName())
                        .map(SheetLines::squeezed)
                        .distinct()
                        .map(name -> Map.entry(name, place.code())))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        this.superiors = Stream.concat(
                        existing.stream().map(above -> new Superior(above.name(), above.place(), above.id())),
                        sheet.lines().stream()
                                .filter(line -> kindOf(line)
                                        .filter(kind -> !kind.isBranch())
                                        .isPresent())
                                .flatMap(line -> placesOf(line).stream()
                                        .map(place -> new Superior(text(line, "name"), place, idOf(line)))))
                .distinct()
                .collect(groupingBy(Superior::name));
        sheet.lines().forEach(this::read);
    }

    private record Superior(String name, PlaceCode place, OrganisationId id) {}

    static String label(String field, Messages messages) {
        return messages.get("party.organisation.field." + field);
    }

    static boolean isDay(String field) {
        return field.endsWith("On");
    }

    List<Entry> entries() {
        return entries;
    }

    /** By line number. */
    Map<Integer, List<Problem>> problems() {
        return problems;
    }

    /** What was found when the entries were looked at together. */
    void add(Map<OrganisationId, List<Problem>> found) {
        found.forEach((id, wrong) -> wrong.forEach(problem -> blame(
                lineOf.getOrDefault(id, 0),
                problem.field(),
                messages.get(problem.messageKey(), problem.arguments().toArray()))));
    }

    private void read(RowSheet.Line line) {
        var errors = new MapBindingResult(new HashMap<>(), "form");
        var place = only(placesOf(line), "place", text(line, "place"), errors);
        var kind = kindOf(line);
        if (kind.isEmpty() && !text(line, "kind").isEmpty()) {
            errors.rejectValue("kind", "core.sheet.not-offered", new Object[] {text(line, "kind")}, null);
        }
        var parent = place == null ? null : parentOf(line, place, errors);
        var electedOn = Typed.date("electedOn", text(line, "electedOn"), errors);
        var countedOn = text(line, "countedOn");
        new FoundForm(
                        idOf(line).toString(),
                        place == null ? text(line, "place") : place.value(),
                        kind.map(Enum::name).orElse(text(line, "kind")),
                        text(line, "name"),
                        parent == null ? "" : parent.toString(),
                        text(line, "foundedOn"),
                        isYes(line, "hasCommittee", errors),
                        isYes(line, "hasGroups", errors),
                        text(line, "fullMemberCount"),
                        text(line, "memberCount"),
                        countedOn.isEmpty() ? today.toString() : countedOn)
                .toCommand(errors)
                .ifPresent(command -> {
                    entries.add(new Entry(command, electedOn));
                    lineOf.put(command.id(), line.number());
                });
        errors.getFieldErrors()
                .forEach(error -> blame(
                        line.number(),
                        error.getField(),
                        messages.get(
                                String.valueOf(error.getCode()),
                                error.getArguments() == null ? new Object[0] : error.getArguments())));
    }

    private void blame(int line, @Nullable String field, String message) {
        problems.computeIfAbsent(line, number -> new ArrayList<>())
                .add(Problem.of(field, "core.sheet.in-column", labels.getOrDefault(field, ""), message));
    }

    private OrganisationId idOf(RowSheet.Line line) {
        return new OrganisationId(
                UUID.nameUUIDFromBytes((batch + " " + line.number()).getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<OrganisationKind> kindOf(RowSheet.Line line) {
        var typed = text(line, "kind");
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> messages.get(kind.messageKey()).equals(typed))
                .findFirst();
    }

    private List<PlaceCode> placesOf(RowSheet.Line line) {
        return places.getOrDefault(squeezed(text(line, "place")), List.of());
    }

    /** Of several with the name, the one whose place the organisation lies in. */
    private @Nullable OrganisationId parentOf(RowSheet.Line line, PlaceCode place, BindingResult errors) {
        var typed = text(line, "parent");
        var named = superiors.getOrDefault(typed, List.of());
        var above = named.stream()
                .filter(superior -> place.value().startsWith(superior.place().value()))
                .toList();
        return only(
                (above.size() == 1 ? above : named).stream().map(Superior::id).toList(), "parent", typed, errors);
    }

    private static <T> @Nullable T only(List<T> found, String field, String typed, BindingResult errors) {
        if (!typed.isEmpty() && found.size() != 1) {
            errors.rejectValue(
                    field,
                    found.isEmpty() ? "core.sheet.unknown" : "core.sheet.several",
                    new Object[] {typed, found.size()},
                    null);
        }
        return typed.isEmpty() || found.size() != 1 ? null : found.get(0);
    }

    private boolean isYes(RowSheet.Line line, String field, BindingResult errors) {
        var typed = text(line, field);
        var yes = messages.get("party.organisation.yes");
        var no = messages.get("party.organisation.no");
        if (!typed.isEmpty() && !typed.equals(yes) && !typed.equals(no)) {
            errors.rejectValue(field, "core.sheet.not-offered", new Object[] {typed}, null);
        }
        return typed.equals(yes);
    }

    private String text(RowSheet.Line line, String field) {
        var value = line.at(sheet.columnOf(label(field, messages)));
        return (isDay(field) ? value.asTyped() : value.text()).strip();
    }

    private static String squeezed(String name) {
        return name.replaceAll("[\\s·]+", "");
    }
}
