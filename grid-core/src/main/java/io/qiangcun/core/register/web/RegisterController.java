package io.qiangcun.core.register.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.register.RegisterColumn;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RegisterEdition;
import io.qiangcun.core.register.RegisterEditions;
import io.qiangcun.core.register.RegisterQueries;
import io.qiangcun.core.register.RowLine;
import io.qiangcun.core.register.RowState;
import io.qiangcun.core.web.Difference;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Registers: which there are, the rows of one, where its rules are not met, what it keeps. */
@Controller
@RequestMapping("/core/registers")
class RegisterController {

    private final RegisterQueries registers;
    private final RegisterEditions editions;
    private final RegisterPages pages;
    private final Messages messages;
    private final Clock clock;

    RegisterController(
            RegisterQueries registers, RegisterEditions editions, RegisterPages pages, Messages messages, Clock clock) {
        this.registers = registers;
        this.editions = editions;
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        var themes = new LinkedHashMap<String, List<RegisterEdition>>();
        var all = registers.catalogue(jurisdiction);
        var counts = registers.counts(jurisdiction);
        all.stream()
                .filter(edition -> edition.definition().of() == null)
                .filter(edition -> !edition.definition().retired()
                        || counts.containsKey(edition.definition().code()))
                .forEach(edition -> themes.computeIfAbsent(edition.definition().theme(), any -> new ArrayList<>())
                        .add(edition));
        model.addAttribute("themes", themes);
        model.addAttribute("counts", counts);
        model.addAttribute("parts", parts(all));
        model.addAttribute("jurisdiction", jurisdiction);
        model.addAttribute("atCounty", jurisdiction.level() == PlaceKind.COUNTY);
        return "core/register/registers";
    }

    /** The registers of the rows of each register. */
    private static Map<String, List<RegisterDefinition>> parts(List<RegisterEdition> all) {
        var parts = new LinkedHashMap<String, List<RegisterDefinition>>();
        all.stream()
                .map(RegisterEdition::definition)
                .filter(definition -> definition.of() != null)
                .forEach(definition -> parts.computeIfAbsent(
                                Objects.requireNonNull(definition.of()), any -> new ArrayList<>())
                        .add(definition));
        return parts;
    }

    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            @ModelAttribute("filter") RowListForm filter,
            Jurisdiction jurisdiction,
            Model model) {
        var edition = registers.register(jurisdiction, code);
        var definition = edition.definition();
        var asked = filter.toFilter(definition);
        var totals = registers.totals(jurisdiction, definition, asked);
        model.addAttribute("edition", edition);
        model.addAttribute("register", definition);
        model.addAttribute("rows", registers.list(jurisdiction, definition, asked, filter.toPage()));
        model.addAttribute("totals", totals);
        model.addAttribute("sums", sums(definition, totals));
        model.addAttribute("gaps", registers.gaps(jurisdiction, definition).size());
        model.addAttribute("places", pages.placesBelow(jurisdiction));
        model.addAttribute("above", RegisterPages.isAboveVillage(jurisdiction));
        model.addAttribute("atCounty", jurisdiction.level().digits() < PlaceKind.TOWNSHIP.digits());
        model.addAttribute("mayWrite", definition.isWrittenBy(jurisdiction));
        model.addAttribute("states", states());
        model.addAttribute("filters", filters(definition));
        return "core/register/register";
    }

    private static List<BigDecimal> sums(RegisterDefinition definition, List<RegisterQueries.TotalLine> totals) {
        var sums = new ArrayList<BigDecimal>();
        for (var at = 0; at < definition.totalled().size(); at++) {
            var column = at;
            sums.add(totals.stream().map(line -> line.sums().get(column)).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return sums;
    }

    private List<Option> states() {
        return Stream.concat(Stream.of(RowState.values()).map(Enum::name), Stream.of(RowListForm.ALL))
                .map(state -> new Option(state, messages.get("core.register.state." + state)))
                .toList();
    }

    private Map<RegisterColumn, List<Option>> filters(RegisterDefinition definition) {
        var filters = new LinkedHashMap<RegisterColumn, List<Option>>();
        definition
                .filterable()
                .forEach(column -> filters.put(
                        column,
                        column.kind() == RegisterColumn.Kind.YES_NO
                                ? Stream.of("yes", "no")
                                        .map(value -> new Option(value, messages.get("core.register." + value)))
                                        .toList()
                                : column.choices().stream()
                                        .map(choice -> new Option(choice.code(), choice.label()))
                                        .toList()));
        return filters;
    }

    @GetMapping("/{code}/export")
    void export(
            @PathVariable String code,
            @ModelAttribute("filter") RowListForm filter,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var definition = registers.register(jurisdiction, code).definition();
        var rows = registers.list(jurisdiction, definition, filter.toFilter(definition), Pageable.unpaged());
        var sheet = Spreadsheet.<RowLine>named(definition.title() + " " + LocalDate.now(clock), rows)
                .column(messages.get("core.register.column.township"), RowLine::townshipName)
                .column(messages.get("core.register.column.place"), RowLine::placeName);
        if (definition.of() != null) {
            sheet.column(messages.get("core.register.column.parent"), RowLine::parentTitle);
        }
        definition
                .asked()
                .forEach(column -> sheet.column(
                        pages.unit(column).isEmpty()
                                ? column.label()
                                : column.label() + " (" + pages.unit(column) + ")",
                        row -> pages.exported(column, row.cells())));
        sheet.column(
                        messages.get("core.register.column.state"),
                        row -> messages.get("core.register.state." + row.state()))
                .writeTo(response);
    }

    @GetMapping("/{code}/gaps")
    String gaps(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        var definition = registers.register(jurisdiction, code).definition();
        model.addAttribute("register", definition);
        model.addAttribute("gaps", registers.gaps(jurisdiction, definition));
        return "core/register/gaps";
    }

    @GetMapping("/{code}/definition")
    String definition(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        var edition = registers.register(jurisdiction, code);
        model.addAttribute("edition", edition);
        model.addAttribute("register", edition.definition());
        model.addAttribute("history", editions.ofTheCounty(code, jurisdiction.root()));
        model.addAttribute("atCounty", jurisdiction.level() == PlaceKind.COUNTY);
        model.addAttribute(
                "differences",
                edition.isCopy()
                        ? editions.builtIn(code)
                                .map(base -> differences(edition.definition(), base.definition()))
                                .orElse(List.of())
                        : List.of());
        return "core/register/definition";
    }

    private List<Difference> differences(RegisterDefinition own, RegisterDefinition original) {
        var rows = new ArrayList<Difference>();
        rows.add(new Difference(messages.get("core.register.define.title"), own.title(), original.title()));
        rows.add(new Difference(messages.get("core.register.define.summary"), own.summary(), original.summary()));
        original.columns()
                .forEach(column -> rows.add(new Difference(
                        column.label(),
                        own.find(column.code()).map(RegisterController::words).orElse(""),
                        words(column))));
        original.rules()
                .forEach(rule -> rows.add(new Difference(
                        rule.title(),
                        own.rules().stream()
                                .filter(kept -> kept.code().equals(rule.code()))
                                .findFirst()
                                .map(this::words)
                                .orElse(""),
                        words(rule))));
        return rows.stream().filter(Difference::differs).toList();
    }

    private static String words(RegisterColumn column) {
        return Stream.concat(
                        Stream.of(column.label(), column.hint()),
                        column.offered().stream().map(RegisterColumn.Choice::label))
                .filter(text -> !text.isBlank())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    private String words(io.qiangcun.core.register.CountRule rule) {
        return messages.get(
                "core.register.rule.limits",
                Objects.toString(rule.atLeast(), "—"),
                Objects.toString(rule.atMost(), "—"));
    }
}
