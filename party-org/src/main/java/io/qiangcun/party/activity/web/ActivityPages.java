package io.qiangcun.party.activity.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.duty.DutyNotFound;
import io.qiangcun.core.duty.DutyQueries;
import io.qiangcun.core.duty.DutyRow;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Difference;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.activity.ActivityId;
import io.qiangcun.party.activity.ActivityKind;
import io.qiangcun.party.activity.ActivityNotFound;
import io.qiangcun.party.activity.ActivityQueries;
import io.qiangcun.party.activity.ActivityStatus;
import io.qiangcun.party.activity.ActivityView;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a record show besides the record itself. */
@Component
class ActivityPages {

    static final String ATTACHMENTS = "party.activity";

    private final ActivityQueries activities;
    private final OrganisationQueries organisations;
    private final AttachmentService attachments;
    private final DutyQueries duties;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    ActivityPages(
            ActivityQueries activities,
            OrganisationQueries organisations,
            AttachmentService attachments,
            DutyQueries duties,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.activities = activities;
        this.organisations = organisations;
        this.attachments = attachments;
        this.duties = duties;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    ActivityView find(Jurisdiction jurisdiction, ActivityId id) {
        return activities.find(jurisdiction, id).orElseThrow(() -> new ActivityNotFound(id));
    }

    /** For the forms that change it: it does not exist for whoever does not act for its organisation. */
    ActivityView findOwn(Jurisdiction jurisdiction, Actor actor, ActivityId id) {
        var activity = find(jurisdiction, id);
        if (organisations.ownBy(jurisdiction, actor, activity.organisation()).isEmpty()) {
            throw new ActivityNotFound(id);
        }
        return activity;
    }

    String show(Jurisdiction jurisdiction, SignedInAccount me, ActivityView activity, Model model) {
        model.addAttribute("activity", activity);
        model.addAttribute(
                "organisation",
                organisations.brief(jurisdiction, activity.organisation()).orElseThrow());
        model.addAttribute("path", places.path(activity.place()));
        model.addAttribute(
                "checks",
                activity.status() == ActivityStatus.SUBMITTED ? activities.checks(activity.content()) : List.of());
        model.addAttribute("attachments", attachments.list(jurisdiction, owner(activity)));
        model.addAttribute("duty", dutyOf(jurisdiction, activity.makesUpFor()));
        model.addAttribute("mine", isMine(jurisdiction, me, activity));
        return "party/activity/show";
    }

    String form(Jurisdiction jurisdiction, Actor actor, ActivityForm form, String action, Model model) {
        var own = organisations.ownBy(jurisdiction, actor);
        model.addAttribute("action", action);
        model.addAttribute("kind", form.activityKind());
        model.addAttribute("kinds", kinds());
        model.addAttribute("organisation", chosen(own, form));
        model.addAttribute("organisations", options(own));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "quorum",
                activities.quorum(form.activityKind(), LocalDate.now(clock)).orElse(null));
        model.addAttribute("duty", dutyOf(jurisdiction, form.dutyId()));
        return "party/activity/form";
    }

    String conflict(ActivityForm mine, boolean submitting, ActivityView theirs, Model model) {
        var submitted = theirs.status() == ActivityStatus.SUBMITTED;
        model.addAttribute("form", mine.basedOn(theirs));
        model.addAttribute("differences", differences(mine, ActivityForm.of(theirs)));
        model.addAttribute("current", theirs);
        model.addAttribute("action", theirs.id().href() + (submitted ? "/correct" : "/edit"));
        model.addAttribute("needsReason", submitted);
        model.addAttribute("submitting", submitting);
        return "party/activity/conflict";
    }

    boolean isMine(Jurisdiction jurisdiction, SignedInAccount me, ActivityView activity) {
        return me.may(PartyAuthorities.WRITE_ACTIVITIES)
                && organisations
                        .ownBy(jurisdiction, me.actor(), activity.organisation())
                        .isPresent();
    }

    @Nullable
    DutyRow dutyOf(Jurisdiction jurisdiction, @Nullable UUID duty) {
        if (duty == null) {
            return null;
        }
        try {
            return duties.show(jurisdiction, duty).row();
        } catch (DutyNotFound archived) {
            return null;
        }
    }

    List<Option> kinds() {
        return Arrays.stream(ActivityKind.values())
                .map(kind -> new Option(kind.name(), messages.get(kind.messageKey())))
                .toList();
    }

    static AttachmentOwner owner(ActivityView activity) {
        return new AttachmentOwner(ATTACHMENTS, activity.id().value(), activity.place());
    }

    static List<Option> options(List<OrganisationBrief> organisations) {
        return organisations.stream()
                .map(organisation -> new Option(organisation.id().toString(), organisation.name()))
                .toList();
    }

    private static @Nullable OrganisationBrief chosen(List<OrganisationBrief> own, ActivityForm form) {
        return own.stream()
                .filter(organisation -> organisation.id().toString().equals(form.organisation()))
                .findFirst()
                .orElse(null);
    }

    private List<Difference> differences(ActivityForm mine, ActivityForm theirs) {
        return List.of(
                difference("kind", word(mine.activityKind()), word(theirs.activityKind())),
                difference("heldOn", mine.heldOn(), theirs.heldOn()),
                difference("startsAt", mine.startsAt(), theirs.startsAt()),
                difference("topic", mine.topic(), theirs.topic()),
                difference("presentCount", mine.presentCount(), theirs.presentCount()),
                difference("expectedCount", mine.expectedCount(), theirs.expectedCount()),
                difference("hours", mine.hours(), theirs.hours()),
                difference("venue", mine.venue(), theirs.venue()),
                difference("host", mine.host(), theirs.host()),
                difference("recorder", mine.recorder(), theirs.recorder()),
                difference("absences", mine.absences(), theirs.absences()),
                difference("decisions", mine.decisions(), theirs.decisions()),
                difference("summary", mine.summary(), theirs.summary()));
    }

    private Difference difference(String field, String mine, String theirs) {
        return new Difference(messages.get("party.activity.field." + field), Typed.text(mine), Typed.text(theirs));
    }

    private String word(ActivityKind kind) {
        return messages.get(kind.messageKey());
    }
}
