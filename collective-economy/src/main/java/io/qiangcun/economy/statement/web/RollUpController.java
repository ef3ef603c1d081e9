package io.qiangcun.economy.statement.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.statement.RollUp;
import io.qiangcun.economy.statement.RollUps;
import io.qiangcun.economy.statement.RollUps.Form;
import io.qiangcun.economy.statement.Statement;
import io.qiangcun.economy.statement.StatementForm;
import io.qiangcun.economy.statement.StatementNotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Statements of a county or a township, added up over the books below it; each part leads on to its own. */
@Controller
@RequestMapping("/economy/statements")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
class RollUpController {

    private final RollUps rollUps;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    RollUpController(RollUps rollUps, PlaceTree places, Messages messages, Clock clock) {
        this.rollUps = rollUps;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    private record Asked(Jurisdiction shown, Form form, YearMonth month, int digits) {}

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable PlaceCode within,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "") String line,
            Jurisdiction jurisdiction,
            Model model) {
        var shown = shown(within, jurisdiction);
        model.addAttribute("place", places.require(shown.root(), jurisdiction));
        model.addAttribute("within", shown.equals(jurisdiction) ? null : shown.root());
        var forms = rollUps.forms(shown);
        if (forms.isEmpty()) {
            return "economy/statement/roll-up-none";
        }
        var asked = asked(shown, forms, statement, month);
        var rollUp = rollUps.of(shown, asked.form(), asked.month(), asked.digits());
        var lines = rollUp.whole().lines();
        var chosen = lines.stream()
                .filter(known -> known.key().equals(line))
                .findFirst()
                .orElseGet(() -> rollUp.whole().line(asked.form().headline()));
        model.addAttribute(
                "forms",
                forms.stream()
                        .map(form -> new Option(form.statement(), name(form)))
                        .toList());
        model.addAttribute("form", asked.form());
        model.addAttribute("month", asked.month());
        model.addAttribute("rollUp", rollUp);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "lineOptions",
                lines.stream()
                        .map(known -> new Option(known.key(), known.label()))
                        .toList());
        model.addAttribute("isSheet", asked.form().kind() == StatementForm.Kind.BALANCE_SHEET);
        model.addAttribute("leadsOn", asked.digits() == PlaceKind.TOWNSHIP.digits());
        return "economy/statement/roll-up";
    }

    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable PlaceCode within,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var shown = shown(within, jurisdiction);
        var asked = asked(shown, rollUps.forms(shown), statement, month);
        var rollUp = rollUps.of(shown, asked.form(), asked.month(), PlaceKind.VILLAGE.digits());
        var sheet = Spreadsheet.<Statement.Line>named(
                        messages.get(
                                "economy.statement.roll-up.of",
                                places.require(shown.root(), jurisdiction).name(),
                                asked.form().name()),
                        rollUp.whole().lines())
                .note(messages.get("economy.statement.note-at", asked.month(), asked.month()))
                .note(messages.get("economy.statement.roll-up.books", rollUp.books(), rollUp.missing()))
                .column(field("line"), Statement.Line::label)
                .column(field(now(asked.form())), Statement.Line::amount)
                .column(field(then(asked.form())), Statement.Line::compared);
        for (RollUp.Part part : rollUp.parts()) {
            sheet.column(part.placeName(), line -> part.amount(line.key()));
        }
        sheet.writeTo(response);
    }

    private Asked asked(Jurisdiction shown, List<Form> forms, String statement, @Nullable YearMonth month) {
        var form = statement.isEmpty()
                ? forms.stream().findFirst()
                : forms.stream()
                        .filter(known -> known.statement().equals(statement))
                        .findFirst();
        return new Asked(
                shown,
                form.orElseThrow(() -> new StatementNotFound(statement)),
                month == null ? YearMonth.from(LocalDate.now(clock)) : month,
                shown.level() == PlaceKind.COUNTY ? PlaceKind.TOWNSHIP.digits() : PlaceKind.VILLAGE.digits());
    }

    private Jurisdiction shown(@Nullable PlaceCode within, Jurisdiction jurisdiction) {
        if (within == null) {
            return jurisdiction;
        }
        places.require(within, jurisdiction);
        return Jurisdiction.within(within);
    }

    private String name(Form form) {
        return form.variant() == null
                ? messages.get("economy.statement.roll-up.form", form.name(), form.regimeName())
                : messages.get(
                        "economy.statement.roll-up.form-variant",
                        form.name(),
                        form.regimeName(),
                        messages.get("economy.book.variant." + form.variant()));
    }

    private static String now(Form form) {
        return form.kind() == StatementForm.Kind.BALANCE_SHEET ? "at-end" : "this-year";
    }

    private static String then(Form form) {
        return form.kind() == StatementForm.Kind.BALANCE_SHEET ? "at-beginning" : "last-year";
    }

    private String field(String field) {
        return messages.get("economy.statement.field." + field);
    }
}
