package io.qiangcun.party.activity.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.activity.ActivityContent;
import io.qiangcun.party.activity.ActivityKind;
import io.qiangcun.party.activity.ActivityQueries;
import io.qiangcun.party.activity.ActivityRow;
import io.qiangcun.party.activity.ActivityService;
import io.qiangcun.party.activity.ActivityStale;
import io.qiangcun.party.activity.ActivityStatus;
import io.qiangcun.party.activity.RecordActivity;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationQueries;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of records, and the form that makes a new one in under a minute. */
@Controller
@RequestMapping("/party/activities")
class ActivitiesController {

    private final ActivityService activities;
    private final ActivityQueries queries;
    private final ActivityPages pages;
    private final OrganisationQueries organisations;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    ActivitiesController(
            ActivityService activities,
            ActivityQueries queries,
            ActivityPages pages,
            OrganisationQueries organisations,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.activities = activities;
        this.queries = queries;
        this.pages = pages;
        this.organisations = organisations;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(ActivityListFilter filter, Pageable page, Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("activities", queries.list(filter.narrow(jurisdiction), filter.toFilter(), page));
        model.addAttribute("kinds", ActivityKind.values());
        model.addAttribute("statuses", ActivityStatus.values());
        model.addAttribute("places", placesBelow(jurisdiction));
        model.addAttribute("own", organisations.ownBy(jurisdiction, actor));
        model.addAttribute(
                "organisation",
                filter.organisation() == null
                        ? null
                        : organisations
                                .brief(jurisdiction, filter.organisation())
                                .orElse(null));
        return "party/activity/list";
    }

    @GetMapping("/export")
    void export(ActivityListFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.read(filter.narrow(jurisdiction), filter.toFilter(), rows -> write(rows, response));
    }

    /** First the kind, unless the link names it or the duty that it is for. */
    @GetMapping("/new")
    String open(
            @RequestParam(required = false) @Nullable ActivityKind kind,
            @RequestParam(required = false) @Nullable OrganisationId organisation,
            @RequestParam(required = false) @Nullable UUID duty,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var actor = me.actor();
        var own = organisations.ownBy(jurisdiction, actor);
        if (!me.may(PartyAuthorities.WRITE_ACTIVITIES)) {
            return nobody("party.activity.nobody.post", model);
        }
        if (own.isEmpty()) {
            return nobody("party.activity.nobody.place", model);
        }
        var owed = pages.dutyOf(jurisdiction, duty);
        var wanted = owed != null ? new OrganisationId(owed.subject()) : organisation;
        var acting = own.stream()
                .filter(one -> wanted == null || one.id().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new OrganisationNotFound(wanted == null ? own.get(0).id() : wanted));
        var chosen = owed != null ? ActivityKind.valueOf(owed.recordKind()) : kind;
        if (chosen == null) {
            model.addAttribute("organisation", acting);
            model.addAttribute("own", own);
            model.addAttribute("kinds", queries.kinds(jurisdiction, acting.id()));
            return "party/activity/kinds";
        }
        var last = queries.prefill(jurisdiction, acting, chosen);
        var form = ActivityForm.empty(acting.id(), chosen, owed == null ? null : owed.id(), today(), last);
        model.addAttribute("form", form);
        model.addAttribute("topics", last.topics());
        return pages.form(jurisdiction, actor, form, "/party/activities", model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + PartyAuthorities.WRITE_ACTIVITIES + "')")
    String record(
            @RequestParam(defaultValue = "false") boolean submit,
            @ModelAttribute("form") ActivityForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var content = form.content(errors);
        if (content.isPresent()) {
            try {
                var id = activities.record(jurisdiction, actor, command(form, content.get(), submit));
                flash.addFlashAttribute("done", submit ? "party.activity.done.submitted" : "party.activity.done.saved");
                return "redirect:" + id.href();
            } catch (ActivityStale stale) {
                response.setStatus(HttpStatus.CONFLICT.value());
                return pages.conflict(form, submit, pages.find(jurisdiction, stale.activity()), model);
            } catch (RuleViolated violated) {
                FormErrors.reject(violated, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.form(jurisdiction, actor, form, "/party/activities", model);
    }

    /** Says why there is no form. */
    private static String nobody(String because, Model model) {
        model.addAttribute("because", because);
        return "party/activity/nobody";
    }

    private static RecordActivity command(ActivityForm form, ActivityContent content, boolean submit) {
        return new RecordActivity(form.activityId(), form.organisationId(), content, submit, form.dutyId());
    }

    private void write(Iterable<ActivityRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<ActivityRow>named(messages.get("party.activity.list.title"), rows)
                    .column(field("place"), ActivityRow::placeName)
                    .column(field("organisation"), ActivityRow::organisationName)
                    .column(field("kind"), row -> messages.get(row.kind().messageKey()))
                    .column(field("heldOn"), ActivityRow::heldOn)
                    .column(field("startsAt"), ActivityRow::startsAt)
                    .column(field("topic"), ActivityRow::topic)
                    .column(field("venue"), ActivityRow::venue)
                    .column(field("host"), ActivityRow::host)
                    .column(field("recorder"), ActivityRow::recorder)
                    .column(field("expectedCount"), ActivityRow::expectedCount)
                    .column(field("presentCount"), ActivityRow::presentCount)
                    .column(field("decisionCount"), ActivityRow::decisionCount)
                    .column(field("hours"), ActivityRow::hours)
                    .column(field("status"), row -> messages.get(row.status().messageKey()))
                    .column(field("edition"), ActivityRow::edition)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String field) {
        return messages.get("party.activity.field." + field);
    }

    /** What a county or a township chooses from; a village is all there is to itself. */
    private List<PlaceNode> placesBelow(Jurisdiction jurisdiction) {
        return jurisdiction.level().compareTo(PlaceKind.VILLAGE) >= 0
                ? List.of()
                : places.children(jurisdiction, jurisdiction.root(), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
