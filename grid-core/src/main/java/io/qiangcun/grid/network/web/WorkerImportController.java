package io.qiangcun.grid.network.web;

import static java.util.stream.Collectors.groupingBy;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonBrief;
import io.qiangcun.core.people.PersonId;
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
import io.qiangcun.grid.GridAuthorities;
import io.qiangcun.grid.network.ProposeWorker;
import io.qiangcun.grid.network.Vetting;
import io.qiangcun.grid.network.WorkerId;
import io.qiangcun.grid.network.WorkerPost;
import io.qiangcun.grid.network.WorkerQueries;
import io.qiangcun.grid.network.WorkerQueries.Named;
import io.qiangcun.grid.network.WorkerSource;
import io.qiangcun.grid.network.WorkerTakeover;
import io.qiangcun.grid.network.WorkerTakeover.Entry;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who works in many grids, from a sheet. */
@Controller
@RequestMapping("/grid/workers/import")
class WorkerImportController extends SheetPages<Entry> {

    private static final Vetting[] VETTINGS = {Vetting.PENDING, Vetting.PASSED};

    private final WorkerTakeover workers;
    private final WorkerQueries queries;
    private final PeopleQueries people;
    private final Messages messages;

    WorkerImportController(
            WorkerTakeover workers,
            WorkerQueries queries,
            PeopleQueries people,
            PlacesOfChoice places,
            Messages messages) {
        super(
                new Texts(
                        "/grid/workers",
                        "grid.network.workers.title",
                        "grid.network.workers.import.title",
                        "grid.network.workers.import.fill"),
                places,
                messages);
        this.workers = workers;
        this.queries = queries;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return GridAuthorities.STAFF_GRIDS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return List.of(
                villageColumn(jurisdiction),
                SheetColumn.named("grid", messages.get("place.grid"))
                        .require()
                        .hint(messages.get("grid.network.workers.import.grid")),
                column("person").require(),
                column("bornOn").day().hint(messages.get("grid.network.workers.import.born")),
                column("post").require().offer(words(WorkerPost.values(), this::word)),
                column("source").offer(words(WorkerSource.values(), this::word)),
                column("since").require().day(),
                column("vetting").offer(words(VETTINGS, this::word)),
                column("vettedOn").day());
    }

    private SheetColumn column(String field) {
        return SheetColumn.named(field, messages.get("grid.network.field." + field));
    }

    private static <T> List<String> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        var grids = queries.grids(jurisdiction).stream()
                .collect(groupingBy(grid -> grid.placeCode().substring(0, 12)));
        var names = sheet.lines().stream()
                .map(line -> line.text("person"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        var named = people.called(jurisdiction, names).stream()
                .collect(groupingBy(person -> person.place().value()));
        return sheet.entries((line, errors) -> entry(line, villages, grids, named, errors));
    }

    private Optional<Entry> entry(
            Line line,
            SheetNames<PlaceCode> villages,
            Map<String, List<Named>> gridsOf,
            Map<String, List<PersonBrief>> peopleOf,
            BindingResult errors) {
        line.require(errors, "village", "grid", "person", "post", "since");
        var village = villages.only("village", line.text("village"), errors);
        var post = line.choice("post", WorkerPost.values(), this::word, errors);
        var source =
                line.choice("source", WorkerSource.values(), this::word, errors).orElse(WorkerSource.OTHER);
        var since = Typed.date("since", line.text("since"), errors);
        var agreedOn = agreedOn(line, errors);
        if (village == null) {
            return Optional.empty();
        }
        var grid = grid(line, gridsOf.getOrDefault(village.value(), List.of()), errors);
        var person = person(line, peopleOf.getOrDefault(village.value(), List.of()), errors);
        if (errors.hasErrors() || grid == null || person == null || since == null || post.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                line.number(), new ProposeWorker(WorkerId.next(), grid, person, post.get(), source, since), agreedOn));
    }

    /** Whoever was agreed to was so on a day; on whom nobody has decided, nothing may be said. */
    private @Nullable LocalDate agreedOn(Line line, BindingResult errors) {
        var day = Typed.date("vettedOn", line.text("vettedOn"), errors);
        var passed = line.choice("vetting", VETTINGS, this::word, errors)
                .filter(vetting -> vetting == Vetting.PASSED)
                .isPresent();
        if (passed && line.text("vettedOn").isEmpty()) {
            errors.rejectValue("vettedOn", "grid.network.missing.vettedOn");
        }
        if (!passed && day != null) {
            errors.rejectValue("vettedOn", "grid.network.refused.not-agreed");
        }
        return passed ? day : null;
    }

    /** By code or by name; a name that only grids of the past bear says so. */
    private static @Nullable PlaceCode grid(Line line, List<Named> grids, BindingResult errors) {
        var text = line.text("grid");
        var meant = grids.stream().filter(grid -> isCalled(grid, text)).toList();
        var open = meant.stream().filter(Named::open).toList();
        if (open.isEmpty() && !meant.isEmpty()) {
            errors.rejectValue("grid", "grid.network.refused.grid-closed");
            return null;
        }
        var grid = SheetNames.only(open, "grid", text, errors);
        return grid == null ? null : new PlaceCode(grid.placeCode());
    }

    private static boolean isCalled(Named grid, String text) {
        return Stream.of(
                        grid.placeCode(),
                        grid.name(),
                        grid.name().substring(grid.name().indexOf('›') + 1))
                .anyMatch(text.replaceAll("[\\s·]+", "")::equals);
    }

    private static @Nullable PersonId person(Line line, List<PersonBrief> people, BindingResult errors) {
        var name = line.text("person");
        var born = Typed.date("bornOn", line.text("bornOn"), errors);
        var meant = people.stream()
                .filter(person -> person.name().equals(name)
                        && (born == null || person.bornOn().equals(born)))
                .toList();
        if (!name.isEmpty() && meant.size() != 1) {
            errors.rejectValue(
                    "person",
                    meant.isEmpty() ? "grid.network.refused.nobody" : "grid.network.refused.namesakes",
                    new Object[] {name, meant.size()},
                    null);
        }
        return meant.size() == 1 ? meant.get(0).id() : null;
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return workers.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return workers.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.worker().grid();
    }

    @Override
    protected List<String> sorts() {
        return Stream.concat(
                        words(WorkerPost.values(), this::word).stream(),
                        Stream.of(messages.get("grid.network.workers.import.agreed")))
                .toList();
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return Stream.concat(
                        Arrays.stream(WorkerPost.values()).map(post -> entries.stream()
                                .filter(entry -> entry.worker().post() == post)
                                .count()),
                        Stream.of(entries.stream()
                                .filter(entry -> entry.agreedOn() != null)
                                .count()))
                .toList();
    }

    private String word(WorkerPost post) {
        return messages.get(post.messageKey());
    }

    private String word(WorkerSource source) {
        return messages.get(source.messageKey());
    }

    private String word(Vetting vetting) {
        return messages.get(vetting.messageKey());
    }
}
