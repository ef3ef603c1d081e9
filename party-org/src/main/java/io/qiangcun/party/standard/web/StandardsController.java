package io.qiangcun.party.standard.web;

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
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.standard.CheckQueries;
import io.qiangcun.party.standard.CheckRow;
import io.qiangcun.party.standard.CheckService;
import io.qiangcun.party.standard.CheckStatus;
import io.qiangcun.party.standard.Draft;
import io.qiangcun.party.standard.Edition.Item;
import io.qiangcun.party.standard.FailedRow;
import io.qiangcun.party.standard.Standards;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** Checks: the list, a new one, and everything that is not met. */
@Controller
@RequestMapping("/party/standards")
class StandardsController {

    private static final String MAY_CHECK = "hasAuthority('" + PartyAuthorities.CHECK_STANDARDS + "')";

    private final CheckService checks;
    private final CheckQueries queries;
    private final Standards standards;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    StandardsController(
            CheckService checks,
            CheckQueries queries,
            Standards standards,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.checks = checks;
        this.queries = queries;
        this.standards = standards;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            CheckListFilter filter,
            Pageable page,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute("filter", filter);
        model.addAttribute("checks", queries.list(filter.narrow(jurisdiction), filter.toFilter(), page));
        model.addAttribute("standards", standards.inForce(jurisdiction.root(), today));
        model.addAttribute("statuses", CheckStatus.values());
        model.addAttribute(
                "own",
                me.may(PartyAuthorities.CHECK_STANDARDS) ? queries.ownBranches(jurisdiction, me.actor()) : List.of());
        model.addAttribute(
                "places",
                jurisdiction.level().compareTo(PlaceKind.VILLAGE) >= 0
                        ? List.of()
                        : places.children(jurisdiction, jurisdiction.root(), today));
        return "party/standard/list";
    }

    @GetMapping("/export")
    void export(CheckListFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.read(filter.narrow(jurisdiction), filter.toFilter(), rows -> write(rows, response));
    }

    @GetMapping("/failed")
    String failed(Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("failed", queries.failed(jurisdiction, page));
        model.addAttribute("today", LocalDate.now(clock));
        return "party/standard/failed";
    }

    @GetMapping("/failed/export")
    void exportFailed(Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.readFailed(jurisdiction, rows -> writeFailed(rows, response));
    }

    @GetMapping("/checks/new")
    @PreAuthorize(MAY_CHECK)
    String open(
            @RequestParam(required = false) @Nullable OrganisationId organisation,
            @RequestParam(required = false) @Nullable String standard,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        var own = queries.ownBranches(jurisdiction, actor);
        if (own.isEmpty() && organisation == null) {
            return "party/standard/nobody";
        }
        var draft = queries.draft(
                jurisdiction, actor, organisation == null ? own.get(0).id() : organisation, standard);
        model.addAttribute(
                "form",
                CheckForm.empty(
                        draft.branch().id(),
                        draft.edition().code(),
                        draft.byHand().stream().map(Item::itemCode).toList()));
        model.addAttribute("own", own);
        return form(draft, model);
    }

    @PostMapping("/checks")
    @PreAuthorize(MAY_CHECK)
    String check(
            @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var draft = queries.draft(jurisdiction, actor, form.branch(), form.standard());
        form.complete(draft.byHand().stream().map(Item::itemCode).toList());
        try {
            checks.check(jurisdiction, actor, form.toCommand(), Uploads.sentWith(files));
            flash.addFlashAttribute("done", "party.standard.done.checked");
            return "redirect:/party/standards/checks/" + form.id();
        } catch (AttachmentRefused refused) {
            errors.reject(refused.messageKey(), refused.arguments(), refused.messageKey());
        } catch (RuleViolated refused) {
            FormErrors.reject(refused, errors);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("own", queries.ownBranches(jurisdiction, actor));
        return form(draft, model);
    }

    private String form(Draft draft, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("standards", draft.standards());
        model.addAttribute(
                "yesNo",
                List.of(
                        new Option("yes", messages.get("party.standard.met")),
                        new Option("no", messages.get("party.standard.unmet"))));
        return "party/standard/check";
    }

    private void write(Iterable<CheckRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<CheckRow>named(messages.get("party.standard.list.title"), rows)
                    .column(field("place"), CheckRow::placeName)
                    .column(field("organisation"), CheckRow::organisationName)
                    .column(field("standard"), CheckRow::title)
                    .column(field("periodFrom"), CheckRow::periodFrom)
                    .column(field("periodTo"), CheckRow::periodTo)
                    .column(field("asked"), CheckRow::asked)
                    .column(field("met"), CheckRow::met)
                    .column(field("rate"), CheckRow::rate)
                    .column(field("status"), row -> messages.get(row.status().messageKey()))
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeFailed(Iterable<FailedRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<FailedRow>named(messages.get("party.standard.failed.title"), rows)
                    .column(field("place"), FailedRow::placeName)
                    .column(field("organisation"), FailedRow::organisationName)
                    .column(field("standard"), FailedRow::standardTitle)
                    .column(field("item"), FailedRow::title)
                    .column(field("disagreement"), FailedRow::disagreement)
                    .column(field("fixBy"), FailedRow::fixBy)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String field) {
        return messages.get("party.standard.field." + field);
    }
}
