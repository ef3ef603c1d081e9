package io.qiangcun.party.activity.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.activity.ActivityContent;
import io.qiangcun.party.activity.ActivityId;
import io.qiangcun.party.activity.ActivityNotFound;
import io.qiangcun.party.activity.ActivityService;
import io.qiangcun.party.activity.ActivityStale;
import io.qiangcun.party.activity.ActivityStatus;
import io.qiangcun.party.activity.ActivityView;
import io.qiangcun.party.activity.CorrectActivity;
import io.qiangcun.party.activity.ReviseDraft;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One record: read, revised, corrected, withdrawn, with its files. */
@Controller
@RequestMapping("/party/activities/{id}")
class ActivityController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_ACTIVITIES + "')";

    private final ActivityService activities;
    private final ActivityPages pages;
    private final AttachmentService attachments;
    private final Messages messages;

    ActivityController(
            ActivityService activities, ActivityPages pages, AttachmentService attachments, Messages messages) {
        this.activities = activities;
        this.pages = pages;
        this.attachments = attachments;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @PathVariable ActivityId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        return pages.show(jurisdiction, me, pages.find(jurisdiction, id), model);
    }

    @GetMapping("/editions/{edition}")
    String edition(@PathVariable ActivityId id, @PathVariable int edition, Jurisdiction jurisdiction, Model model) {
        var activity = pages.find(jurisdiction, id);
        var superseded = activity.superseded().stream()
                .filter(earlier -> earlier.edition() == edition)
                .findFirst()
                .orElseThrow(() -> new ActivityNotFound(id));
        model.addAttribute("activity", activity);
        model.addAttribute("edition", superseded);
        return "party/activity/edition";
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable ActivityId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        return open(pages.findOwn(jurisdiction, actor, id), ActivityStatus.DRAFT, "/edit", jurisdiction, actor, model);
    }

    @GetMapping("/correct")
    @PreAuthorize(MAY_WRITE)
    String correct(@PathVariable ActivityId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        return open(
                pages.findOwn(jurisdiction, actor, id),
                ActivityStatus.SUBMITTED,
                "/correct",
                jurisdiction,
                actor,
                model);
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String revise(
            @PathVariable ActivityId id,
            @RequestParam(defaultValue = "false") boolean submit,
            @ModelAttribute("form") ActivityForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        pages.findOwn(jurisdiction, actor, id);
        var content = form.content(errors);
        if (content.isPresent()) {
            try {
                activities.revise(
                        jurisdiction, actor, new ReviseDraft(id, form.versionNumber(), content.get(), submit));
                flash.addFlashAttribute("done", submit ? "party.activity.done.submitted" : "party.activity.done.saved");
                return "redirect:" + id.href();
            } catch (ActivityStale stale) {
                return stale(jurisdiction, form, content.get(), submit, "", model, response, flash);
            } catch (RuleViolated violated) {
                FormErrors.reject(violated, errors);
            }
        }
        return again(form, id.href() + "/edit", jurisdiction, actor, model, response);
    }

    @PostMapping("/correct")
    @PreAuthorize(MAY_WRITE)
    String correct(
            @PathVariable ActivityId id,
            @ModelAttribute("form") ActivityForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        pages.findOwn(jurisdiction, actor, id);
        var content = form.content(errors);
        if (content.isPresent()) {
            try {
                activities.correct(
                        jurisdiction,
                        actor,
                        new CorrectActivity(id, form.versionNumber(), content.get(), form.reason()));
                flash.addFlashAttribute("done", "party.activity.done.corrected");
                return "redirect:" + id.href();
            } catch (ActivityStale stale) {
                return stale(
                        jurisdiction, form, content.get(), true, form.reason().strip(), model, response, flash);
            } catch (RuleViolated violated) {
                FormErrors.reject(violated, errors);
            }
        }
        return again(form, id.href() + "/correct", jurisdiction, actor, model, response);
    }

    @GetMapping("/withdraw")
    @PreAuthorize(MAY_WRITE)
    String askWhy(@PathVariable ActivityId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        var activity = pages.findOwn(jurisdiction, actor, id);
        if (activity.ended() != null) {
            return "redirect:" + id.href();
        }
        model.addAttribute("activity", activity);
        model.addAttribute("form", new WithdrawForm(Long.toString(activity.version()), ""));
        return "party/activity/withdraw";
    }

    @PostMapping("/withdraw")
    @PreAuthorize(MAY_WRITE)
    String withdraw(
            @PathVariable ActivityId id,
            @ModelAttribute("form") WithdrawForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        pages.findOwn(jurisdiction, actor, id);
        try {
            activities.withdraw(jurisdiction, actor, id, form.versionNumber(), form.reason());
            flash.addFlashAttribute("done", "party.activity.done.withdrawn");
            return "redirect:" + id.href();
        } catch (RuleViolated violated) {
            FormErrors.reject(violated, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("activity", pages.find(jurisdiction, id));
            return "party/activity/withdraw";
        }
    }

    @PostMapping("/discard")
    String discard(
            @PathVariable ActivityId id,
            @RequestParam long version,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        activities.discard(jurisdiction, actor, id, version);
        flash.addFlashAttribute("done", "party.activity.done.discarded");
        return "redirect:/party/activities";
    }

    @PostMapping("/attachments")
    String attach(
            @PathVariable ActivityId id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            RedirectAttributes flash) {
        var activity = changeable(jurisdiction, me, id);
        var uploads = (files == null ? List.<MultipartFile>of() : files)
                .stream()
                        .filter(file -> !file.isEmpty() || isNamed(file))
                        .map(Uploads::of)
                        .toList();
        if (uploads.isEmpty()) {
            flash.addFlashAttribute("attachmentProblem", messages.get("core.attachment.nothing-chosen"));
            return backToFiles(id);
        }
        try {
            attachments.attach(jurisdiction, me.actor(), ActivityPages.owner(activity), uploads);
            flash.addFlashAttribute("done", "core.attachment.added");
        } catch (AttachmentRefused refused) {
            flash.addFlashAttribute("attachmentProblem", messages.get(refused.messageKey(), refused.arguments()));
        }
        return backToFiles(id);
    }

    @PostMapping("/attachments/{attachment}/remove")
    String detach(
            @PathVariable ActivityId id,
            @PathVariable AttachmentId attachment,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            RedirectAttributes flash) {
        var activity = changeable(jurisdiction, me, id);
        attachments.remove(jurisdiction, me.actor(), ActivityPages.owner(activity), attachment);
        flash.addFlashAttribute("done", "core.attachment.removed");
        return backToFiles(id);
    }

    /** What cannot be changed by this account does not exist for it to be changed. */
    private ActivityView changeable(Jurisdiction jurisdiction, SignedInAccount me, ActivityId id) {
        var activity = pages.findOwn(jurisdiction, me.actor(), id);
        if (!me.may(PartyAuthorities.WRITE_ACTIVITIES) || activity.ended() != null) {
            throw new ActivityNotFound(id);
        }
        return activity;
    }

    /** A form for a step that the record is past leads to the record, which says where it stands. */
    private String open(
            ActivityView activity,
            ActivityStatus needed,
            String step,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        if (activity.status() != needed) {
            return "redirect:" + activity.id().href();
        }
        var form = ActivityForm.of(activity);
        model.addAttribute("form", form);
        return pages.form(jurisdiction, actor, form, activity.id().href() + step, model);
    }

    private String again(
            ActivityForm form,
            String action,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.form(jurisdiction, actor, form, action, model);
    }

    /** The same form sent twice is done; another one meets what was saved meanwhile. */
    private String stale(
            Jurisdiction jurisdiction,
            ActivityForm mine,
            ActivityContent content,
            boolean submitting,
            String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var theirs = pages.find(jurisdiction, mine.activityId());
        if (theirs.content().equals(content) && theirs.editionReason().equals(reason)) {
            flash.addFlashAttribute("done", "party.activity.done.saved");
            return "redirect:" + theirs.id().href();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return pages.conflict(mine, submitting, theirs, model);
    }

    private static boolean isNamed(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name != null && !name.isBlank();
    }

    private static String backToFiles(ActivityId id) {
        return "redirect:" + id.href() + "#attachments";
    }
}
