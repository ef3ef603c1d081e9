package io.qiangcun.economy.project.web;

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
import io.qiangcun.economy.money.TypedMoney;
import io.qiangcun.economy.project.ProjectId;
import io.qiangcun.economy.project.ProjectQueries;
import io.qiangcun.economy.project.ProjectQueries.Source;
import io.qiangcun.economy.project.ProjectService;
import io.qiangcun.economy.project.ProjectService.Entry;
import io.qiangcun.economy.project.WriteProject;
import io.qiangcun.economy.project.WriteProject.Chains;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Projects that were kept elsewhere, from a sheet: one source to a line; those of several are completed on their page. */
@Controller
@RequestMapping("/economy/projects/import")
class ProjectImportController extends SheetPages<Entry> {

    private final ProjectService projects;
    private final ProjectQueries queries;
    private final Messages messages;

    ProjectImportController(ProjectService projects, ProjectQueries queries, PlacesOfChoice places, Messages messages) {
        super(
                new Texts(
                        "/economy/projects",
                        "economy.project.list.title",
                        "economy.project.import.title",
                        "economy.project.import.fill"),
                places,
                messages);
        this.projects = projects;
        this.queries = queries;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.APPROVE_PROJECTS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return List.of(
                villageColumn(jurisdiction),
                column("number", "number").require(),
                column("name", "name").require(),
                column("content", "content"),
                column("approvedOn", "approved-on").require().day(),
                column("approvedBy", "approved-by"),
                column("plannedFrom", "planned-from").require().day(),
                column("plannedUntil", "planned-until").require().day(),
                column("source", "source")
                        .require()
                        .offer(offered(jurisdiction).stream().map(Source::name).toList()),
                column("amount", "budget").require(),
                column("incomeTarget", "income-target"));
    }

    private List<Source> offered(Jurisdiction jurisdiction) {
        return queries.sources(jurisdiction).stream()
                .filter(source -> !source.retired())
                .toList();
    }

    private SheetColumn column(String field, String key) {
        return SheetColumn.named(field, messages.get("economy.project.field." + key));
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        var sources = offered(jurisdiction).toArray(Source[]::new);
        return sheet.entries((line, errors) -> entry(line, form.batch(), villages, sources, errors));
    }

    private static Optional<Entry> entry(
            Line line, UUID batch, SheetNames<PlaceCode> villages, Source[] sources, BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(
                errors, "village", "number", "name", "approvedOn", "plannedFrom", "plannedUntil", "source", "amount");
        var approved = Typed.date("approvedOn", line.text("approvedOn"), errors);
        var from = Typed.date("plannedFrom", line.text("plannedFrom"), errors);
        var until = Typed.date("plannedUntil", line.text("plannedUntil"), errors);
        var source = line.choice("source", sources, Source::name, errors);
        var amount = TypedMoney.money("amount", line.text("amount"), errors);
        var target = TypedMoney.money("incomeTarget", line.text("incomeTarget"), errors);
        if (errors.hasErrors()
                || village == null
                || approved == null
                || from == null
                || until == null
                || amount == null
                || source.isEmpty()) {
            return Optional.empty();
        }
        var number = line.text("number");
        return Optional.of(new Entry(
                line.number(),
                new WriteProject(
                        new ProjectId(UUID.nameUUIDFromBytes(
                                (batch + ":" + village + ":" + number).getBytes(StandardCharsets.UTF_8))),
                        village,
                        number,
                        line.text("name"),
                        line.text("content"),
                        Chains.NONE,
                        approved,
                        line.text("approvedBy"),
                        from,
                        until,
                        target,
                        Map.of(source.get().source(), amount))));
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return projects.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return projects.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.project().place();
    }

    @Override
    protected List<String> sorts() {
        return List.of(messages.get("economy.project.list.title"));
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return List.of((long) entries.size());
    }
}
