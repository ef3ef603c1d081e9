package io.qiangcun.services.centre.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.centre.CentreId;
import io.qiangcun.services.centre.CentreQueries;
import io.qiangcun.services.centre.CentreService;
import io.qiangcun.services.centre.CentreService.Join;
import io.qiangcun.services.centre.CentreService.RecordVisit;
import io.qiangcun.services.centre.CentreView;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
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

/** One centre: what it is for, when it is open, who works there, whether it is an example, and who came to see it. */
@Controller
@RequestMapping("/services/centres/{id}")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_CENTRES + "')")
class CentreController {

    private static final String MAY_WRITE = "hasAuthority('" + ServicesAuthorities.WRITE_CENTRES + "')";
    private static final String MAY_OVERSEE = "hasAuthority('" + ServicesAuthorities.OVERSEE_CENTRES + "')";
    private static final String ATTACHMENTS = "services.centre";

    private final CentreQueries queries;
    private final CentreService centres;
    private final CentrePages pages;
    private final AttachmentService attachments;
    private final Messages messages;
    private final Clock clock;

    CentreController(
            CentreQueries queries,
            CentreService centres,
            CentrePages pages,
            AttachmentService attachments,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.centres = centres;
        this.pages = pages;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    /** What happens to a centre: only the fields of one step are filled in. */
    record StepForm(
            String id,
            String version,
            String on,
            @Size(max = 30) String name,
            @Size(max = 40) String duty,
            @Size(max = 30) String phone,
            @Size(max = 120) String basis,
            @Size(max = 80) String visitors,
            @Size(max = 6) String people,
            @Size(max = 120) String topic,
            @Size(max = 200) String reason) {

        StepForm {
            id = CentreForm.given(id);
            version = CentreForm.given(version);
            on = CentreForm.given(on);
            name = CentreForm.given(name);
            duty = CentreForm.given(duty);
            phone = CentreForm.given(phone);
            basis = CentreForm.given(basis);
            visitors = CentreForm.given(visitors);
            people = CentreForm.given(people);
            topic = CentreForm.given(topic);
            reason = CentreForm.given(reason);
        }

        static StepForm of(CentreView one, LocalDate today) {
            return new StepForm(
                    UUID.randomUUID().toString(),
                    Long.toString(one.version()),
                    today.toString(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "");
        }

        UUID sentId() {
            return Typed.sent(UUID::fromString, id);
        }
    }

    @GetMapping
    String show(@PathVariable CentreId id, Jurisdiction jurisdiction, Model model) {
        var centre = queries.find(jurisdiction, id);
        model.addAttribute("form", StepForm.of(centre, LocalDate.now(clock)));
        return page(centre, jurisdiction, "", model);
    }

    private String page(CentreView centre, Jurisdiction jurisdiction, String refused, Model model) {
        var id = centre.id();
        model.addAttribute("centre", centre);
        model.addAttribute("hours", pages.hours(centre));
        model.addAttribute("writes", queries.isWriter() && !centre.isClosed());
        model.addAttribute("oversees", queries.isOverseer() && !centre.isClosed());
        model.addAttribute("refused", refused);
        model.addAttribute("staff", queries.staff(jurisdiction, id));
        model.addAttribute("tags", queries.tags(jurisdiction, id));
        model.addAttribute("visits", queries.visits(jurisdiction, id));
        model.addAttribute("attachments", attachments.list(jurisdiction, owner(centre)));
        return "services/centre/show";
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable CentreId id, Jurisdiction jurisdiction, Model model) {
        return pages.form(jurisdiction, CentreForm.of(queries.find(jurisdiction, id)), model);
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String rewrite(
            @PathVariable CentreId id,
            @Valid @ModelAttribute("form") CentreForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var same = form.at(queries.find(jurisdiction, id));
        var command = same.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(
                        errors,
                        () -> centres.rewrite(
                                jurisdiction, actor, command.get(), Typed.sent(Long::parseLong, form.version())))) {
            return pages.refused(jurisdiction, same, model, response);
        }
        flash.addFlashAttribute("done", "services.centre.done.written");
        return "redirect:" + id.href();
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            CentreId id,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    @PostMapping("/close")
    @PreAuthorize(MAY_WRITE)
    String close(
            @PathVariable CentreId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = CentreForm.day("on", form.on(), errors);
        required(errors, "reason", form.reason());
        return step(
                "closed",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                () -> centres.close(
                        jurisdiction,
                        id,
                        Typed.sent(Long::parseLong, form.version()),
                        Objects.requireNonNull(on),
                        form.reason().strip()));
    }

    @PostMapping("/staff")
    @PreAuthorize(MAY_WRITE)
    String join(
            @PathVariable CentreId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "name", form.name());
        required(errors, "duty", form.duty());
        var on = CentreForm.day("on", form.on(), errors);
        return step(
                "joined",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                () -> centres.join(
                        jurisdiction,
                        actor,
                        id,
                        new Join(
                                form.sentId(),
                                form.name().strip(),
                                form.duty().strip(),
                                form.phone().strip(),
                                Objects.requireNonNull(on))));
    }

    @PostMapping("/staff/{staff}/leave")
    @PreAuthorize(MAY_WRITE)
    String leave(
            @PathVariable CentreId id, @PathVariable UUID staff, Jurisdiction jurisdiction, RedirectAttributes flash) {
        centres.leave(jurisdiction, id, staff, LocalDate.now(clock));
        flash.addFlashAttribute("done", "services.centre.done.left");
        return "redirect:" + id.href();
    }

    @PostMapping("/tags")
    @PreAuthorize(MAY_OVERSEE)
    String tag(
            @PathVariable CentreId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "basis", form.basis());
        var on = CentreForm.day("on", form.on(), errors);
        return step(
                "tagged",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                () -> centres.tag(
                        jurisdiction,
                        actor,
                        id,
                        form.sentId(),
                        Objects.requireNonNull(on),
                        form.basis().strip()));
    }

    @PostMapping("/tags/{tag}/revoke")
    @PreAuthorize(MAY_OVERSEE)
    String untag(
            @PathVariable CentreId id,
            @PathVariable UUID tag,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "reason", form.reason());
        return step(
                "untagged",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                () -> centres.untag(jurisdiction, id, tag, form.reason().strip()));
    }

    @PostMapping("/visits")
    @PreAuthorize(MAY_WRITE)
    String visit(
            @PathVariable CentreId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "visitors", form.visitors());
        required(errors, "people", form.people());
        var people = Typed.count("people", form.people(), errors);
        var on = CentreForm.day("on", form.on(), errors);
        return step(
                "visited",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                () -> centres.visited(
                        jurisdiction,
                        actor,
                        id,
                        new RecordVisit(
                                form.sentId(),
                                Objects.requireNonNull(on),
                                form.visitors().strip(),
                                Objects.requireNonNull(people),
                                form.topic().strip())));
    }

    @PostMapping("/visits/{visit}/void")
    @PreAuthorize(MAY_WRITE)
    String voidVisit(
            @PathVariable CentreId id,
            @PathVariable UUID visit,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "reason", form.reason());
        return step(
                "voided",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                () -> centres.voidVisit(jurisdiction, id, visit, form.reason().strip()));
    }

    private static void required(BindingResult errors, String field, String text) {
        if (text.isBlank() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "services.centre.refused.missing");
        }
    }

    private String step(String done, BindingResult errors, Asked asked, Runnable action) {
        var centre = queries.find(asked.jurisdiction(), asked.id());
        if (!Submission.succeeds(errors, action)) {
            asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(centre, asked.jurisdiction(), done, asked.model());
        }
        asked.flash().addFlashAttribute("done", "services.centre.done." + done);
        return "redirect:" + asked.id().href();
    }

    @PostMapping("/attachments")
    @PreAuthorize(MAY_WRITE)
    String attach(
            @PathVariable CentreId id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        var owner = owner(queries.find(jurisdiction, id));
        var uploads = Uploads.sentWith(files);
        if (uploads.isEmpty()) {
            flash.addFlashAttribute("attachmentProblem", messages.get("core.attachment.nothing-chosen"));
            return "redirect:" + id.href() + "#attachments";
        }
        try {
            attachments.attach(jurisdiction, actor, owner, uploads);
            flash.addFlashAttribute("done", "core.attachment.added");
        } catch (AttachmentRefused refused) {
            flash.addFlashAttribute("attachmentProblem", messages.get(refused.messageKey(), refused.arguments()));
        }
        return "redirect:" + id.href() + "#attachments";
    }

    @PostMapping("/attachments/{attachment}/remove")
    @PreAuthorize(MAY_WRITE)
    String detach(
            @PathVariable CentreId id,
            @PathVariable AttachmentId attachment,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        attachments.remove(jurisdiction, actor, owner(queries.find(jurisdiction, id)), attachment);
        flash.addFlashAttribute("done", "core.attachment.removed");
        return "redirect:" + id.href() + "#attachments";
    }

    private static AttachmentOwner owner(CentreView centre) {
        return new AttachmentOwner(ATTACHMENTS, centre.centreId(), centre.place());
    }
}
