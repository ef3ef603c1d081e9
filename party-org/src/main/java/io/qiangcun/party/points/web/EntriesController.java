package io.qiangcun.party.points.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.points.EntryRow;
import io.qiangcun.party.points.EntryStatus;
import io.qiangcun.party.points.FactSources;
import io.qiangcun.party.points.PointsQueries;
import io.qiangcun.party.points.PointsRules;
import io.qiangcun.party.points.PointsService;
import io.qiangcun.party.points.Quarter;
import io.qiangcun.party.points.RuleKind;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entries: the list and the form for a new one. */
@Controller
@RequestMapping("/party/points")
class EntriesController {

    private static final String MAY_ENTER = "hasAuthority('" + PartyAuthorities.ENTER_POINTS + "')";
    private static final int MONTHS_TO_CHOOSE_FROM = 6;
    private static final int QUARTERS = 6;

    private final PointsService points;
    private final PointsQueries queries;
    private final PointsRules rules;
    private final List<FactSources> sources;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    EntriesController(
            PointsService points,
            PointsQueries queries,
            PointsRules rules,
            ObjectProvider<FactSources> sources,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.points = points;
        this.queries = queries;
        this.rules = rules;
        this.sources = sources.orderedStream().toList();
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            EntryListFilter filter,
            Pageable page,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("entries", queries.list(filter.narrow(jurisdiction), filter.toFilter(), page));
        model.addAttribute("statuses", EntryStatus.values());
        model.addAttribute("quarters", quarters());
        model.addAttribute(
                "enters",
                me.may(PartyAuthorities.ENTER_POINTS)
                        && !queries.ownBranches(jurisdiction, me.actor()).isEmpty());
        model.addAttribute(
                "places",
                jurisdiction.level().compareTo(PlaceKind.VILLAGE) >= 0
                        ? List.of()
                        : places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock)));
        return "party/points/list";
    }

    @GetMapping("/export")
    void export(EntryListFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.read(filter.narrow(jurisdiction), filter.toFilter(), rows -> write(rows, response));
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_ENTER)
    String open(
            @RequestParam(required = false) @Nullable OrganisationId organisation,
            @RequestParam(required = false) @Nullable MemberId member,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        var own = queries.ownBranches(jurisdiction, actor);
        if (own.isEmpty()) {
            return "party/points/nobody";
        }
        var branch = own.stream()
                .filter(one -> organisation == null || one.id().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new OrganisationNotFound(
                        organisation == null ? own.get(0).id() : organisation));
        model.addAttribute("form", EntryForm.empty(branch.id(), member));
        return form(branch, own, jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize(MAY_ENTER)
    String enter(
            @Valid @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var own = queries.ownBranches(jurisdiction, actor);
        var branch = own.stream()
                .filter(one -> one.id().equals(form.organisationId()))
                .findFirst()
                .orElseThrow(() -> new OrganisationNotFound(form.organisationId()));
        var command = form.toCommand(errors);
        if (command.isPresent()) {
            try {
                points.enter(jurisdiction, actor, command.get(), Uploads.sentWith(files));
                flash.addFlashAttribute("done", "party.points.done.entered");
                return "redirect:/party/points/entries/" + command.get().id();
            } catch (AttachmentRefused refused) {
                errors.reject(refused.messageKey(), refused.arguments(), refused.messageKey());
            } catch (RuleViolated refused) {
                FormErrors.reject(refused, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(branch, own, jurisdiction, model);
    }

    private String form(OrganisationBrief branch, List<OrganisationBrief> own, Jurisdiction jurisdiction, Model model) {
        var today = LocalDate.now(clock);
        var ruled = rules.inForce(branch.place(), today).stream()
                .filter(rule -> rule.kind() != RuleKind.BASE)
                .toList();
        model.addAttribute("branch", branch);
        model.addAttribute("own", own);
        model.addAttribute("rules", ruled);
        model.addAttribute(
                "ruleOptions",
                ruled.stream()
                        .map(rule -> new Option(
                                rule.code(),
                                messages.get(
                                        "party.points.rule-option", rule.name(), signed(rule.signed()), rule.per())))
                        .toList());
        model.addAttribute(
                "memberOptions",
                queries.members(jurisdiction, branch.id()).stream()
                        .map(member -> new Option(member.memberId().toString(), String.valueOf(member.name())))
                        .toList());
        model.addAttribute(
                "sourceOptions",
                sources.stream()
                        .flatMap(kind ->
                                kind
                                        .recent(jurisdiction, branch.id(), today.minusMonths(MONTHS_TO_CHOOSE_FROM))
                                        .stream())
                        .map(source -> new Option(source.key(), source.day() + " " + source.label()))
                        .toList());
        return "party/points/enter";
    }

    private List<Option> quarters() {
        var quarters = new ArrayList<Option>();
        var quarter = Quarter.of(LocalDate.now(clock));
        for (var n = 0; n < QUARTERS; n++) {
            quarters.add(option(quarter, messages));
            quarter = quarter.before();
        }
        return quarters;
    }

    static Option option(Quarter quarter, Messages messages) {
        return new Option(
                quarter.toString(),
                messages.get("party.points.quarter", String.valueOf(quarter.year()), quarter.number()));
    }

    static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + amount.toPlainString();
    }

    private void write(Iterable<EntryRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<EntryRow>named(messages.get("party.points.list.title"), rows)
                    .column(field("organisation"), EntryRow::organisationName)
                    .column(field("member"), EntryRow::memberName)
                    .column(field("factOn"), EntryRow::factOn)
                    .column(field("rule"), EntryRow::ruleName)
                    .column(field("amount"), EntryRow::amount)
                    .column(field("fact"), EntryRow::fact)
                    .column(field("evidence"), row -> row.sourceLabel() == null ? row.evidence() : row.sourceLabel())
                    .column(field("status"), row -> messages.get(row.status().messageKey()))
                    .column(field("enteredBy"), EntryRow::recordedByPerson)
                    .column(field("decidedBy"), EntryRow::decidedByPerson)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String field) {
        return messages.get("party.points.field." + field);
    }
}
