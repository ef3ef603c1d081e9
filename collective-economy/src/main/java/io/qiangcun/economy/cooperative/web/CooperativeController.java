package io.qiangcun.economy.cooperative.web;

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
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeNotFound;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.cooperative.CooperativeQueries.View;
import io.qiangcun.economy.cooperative.CooperativeService;
import io.qiangcun.economy.cooperative.CooperativeService.Partnership;
import io.qiangcun.economy.cooperative.TagLevel;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
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

/** One cooperative: what it is, what it is an example of, with whom it works, and its end. */
@Controller
@RequestMapping("/economy/cooperatives/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
class CooperativeController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";
    private static final String MAY_OVERSEE = "hasAuthority('" + EconomyAuthorities.OVERSEE_COOPERATIVES + "')";
    private static final String ATTACHMENTS = "economy.cooperative";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final CooperativeQueries queries;
    private final CooperativeService cooperatives;
    private final CooperativePages pages;
    private final AttachmentService attachments;
    private final Messages messages;
    private final Clock clock;

    CooperativeController(
            CooperativeQueries queries,
            CooperativeService cooperatives,
            CooperativePages pages,
            AttachmentService attachments,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.cooperatives = cooperatives;
        this.pages = pages;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    /** What happens to a cooperative: only the fields of one step are filled in. */
    record StepForm(
            String id,
            String version,
            String on,
            @Size(max = 200) String reason,
            String federation,
            String level,
            @Size(max = 60) String awardedBy,
            @Size(max = 60) String enterprise,
            @Size(max = 30) String creditCode,
            @Size(max = 100) String agreement,
            String from,
            String until,
            @Size(max = 10) String sharePercent,
            @Size(max = 500) String benefitRule) {

        StepForm {
            id = Objects.requireNonNullElse(id, "");
            version = Objects.requireNonNullElse(version, "");
            on = Objects.requireNonNullElse(on, "");
            reason = Objects.requireNonNullElse(reason, "");
            federation = Objects.requireNonNullElse(federation, "");
            level = Objects.requireNonNullElse(level, "");
            awardedBy = Objects.requireNonNullElse(awardedBy, "");
            enterprise = Objects.requireNonNullElse(enterprise, "");
            creditCode = Objects.requireNonNullElse(creditCode, "");
            agreement = Objects.requireNonNullElse(agreement, "");
            from = Objects.requireNonNullElse(from, "");
            until = Objects.requireNonNullElse(until, "");
            sharePercent = Objects.requireNonNullElse(sharePercent, "");
            benefitRule = Objects.requireNonNullElse(benefitRule, "");
        }

        static StepForm of(View one, LocalDate today) {
            return new StepForm(
                    UUID.randomUUID().toString(),
                    Long.toString(one.version()),
                    today.toString(),
                    "",
                    one.federationId() == null ? "" : one.federationId().toString(),
                    "",
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

        long stand() {
            return Typed.sent(Long::parseLong, version);
        }
    }

    @GetMapping
    String show(@PathVariable CooperativeId id, Jurisdiction jurisdiction, Model model) {
        var cooperative = queries.find(jurisdiction, id);
        model.addAttribute("form", StepForm.of(cooperative, LocalDate.now(clock)));
        return page(cooperative, jurisdiction, "", model);
    }

    private String page(View cooperative, Jurisdiction jurisdiction, String refused, Model model) {
        var id = cooperative.id();
        var writes = queries.isWriter() && cooperative.active();
        var oversees = queries.isOverseer() && cooperative.active();
        model.addAttribute("cooperative", cooperative);
        model.addAttribute("writes", writes);
        model.addAttribute("oversees", oversees);
        model.addAttribute("refused", refused);
        model.addAttribute("tags", queries.tags(jurisdiction, id));
        model.addAttribute("partners", queries.partners(jurisdiction, id));
        model.addAttribute("levels", pages.words("level", TagLevel.values()));
        if (cooperative.isFederation()) {
            model.addAttribute("owned", queries.owned(jurisdiction, id));
        } else if (oversees) {
            model.addAttribute("federations", queries.federations(jurisdiction, cooperative.place()));
        }
        model.addAttribute("attachments", attachments.list(jurisdiction, owner(cooperative)));
        return "economy/cooperative/show";
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable CooperativeId id, Jurisdiction jurisdiction, Model model) {
        return pages.form(jurisdiction, CooperativeForm.of(queries.find(jurisdiction, id)), model);
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String rewrite(
            @PathVariable CooperativeId id,
            @Valid @ModelAttribute("form") CooperativeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var known = queries.find(jurisdiction, id);
        // it stays where it is, whatever is sent
        var same = new CooperativeForm(
                id.toString(),
                form.version(),
                known.placeCode(),
                form.name(),
                form.branch(),
                form.branchName(),
                form.industry(),
                form.foundedOn(),
                form.creditCode(),
                form.mode(),
                form.book(),
                form.development(),
                form.operation(),
                form.equity(),
                form.joining());
        var command = same.toCommand(pages.branches(jurisdiction, same), errors);
        if (command.isEmpty()
                || !Submission.succeeds(
                        errors,
                        () -> cooperatives.rewrite(
                                jurisdiction, actor, command.get(), Typed.sent(Long::parseLong, form.version())))) {
            return pages.refused(jurisdiction, same, model, response);
        }
        flash.addFlashAttribute("done", "economy.cooperative.done.written");
        return "redirect:" + id.href();
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            CooperativeId id,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    @PostMapping("/dissolve")
    @PreAuthorize(MAY_WRITE)
    String dissolve(
            @PathVariable CooperativeId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "reason", form.reason());
        var on = CooperativeForm.day("on", form.on(), errors);
        return step(
                "dissolved",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                cooperative -> cooperatives.dissolve(
                        jurisdiction, id, form.stand(), Objects.requireNonNull(on), Typed.text(form.reason())));
    }

    @PostMapping("/federation")
    @PreAuthorize(MAY_OVERSEE)
    String federate(
            @PathVariable CooperativeId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var into = form.federation().isEmpty() ? null : Typed.sent(CooperativeId::valueOf, form.federation());
        return step(
                "federated",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                cooperative -> cooperatives.federate(jurisdiction, id, form.stand(), into));
    }

    @PostMapping("/tags")
    @PreAuthorize(MAY_OVERSEE)
    String tag(
            @PathVariable CooperativeId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "level", form.level());
        required(errors, "awardedBy", form.awardedBy());
        var on = CooperativeForm.day("on", form.on(), errors);
        return step(
                "tagged",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                cooperative -> cooperatives.tag(
                        jurisdiction,
                        actor,
                        id,
                        form.sentId(),
                        Typed.sent(TagLevel::valueOf, form.level()),
                        form.awardedBy().strip(),
                        Objects.requireNonNull(on)));
    }

    @PostMapping("/tags/{tag}/revoke")
    @PreAuthorize(MAY_OVERSEE)
    String untag(
            @PathVariable CooperativeId id,
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
                cooperative -> cooperatives.untag(jurisdiction, id, tag, Typed.text(form.reason())));
    }

    @PostMapping("/partners")
    @PreAuthorize(MAY_WRITE)
    String agree(
            @PathVariable CooperativeId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "enterprise", form.enterprise());
        required(errors, "agreement", form.agreement());
        required(errors, "benefitRule", form.benefitRule());
        var code = CooperativeForm.code("creditCode", form.creditCode(), errors);
        var from = CooperativeForm.day("from", form.from(), errors);
        var until = Typed.date("until", form.until(), errors);
        var percent = TypedMoney.number("sharePercent", form.sharePercent(), 3, errors);
        if (percent != null && (percent.signum() < 0 || percent.compareTo(WHOLE) > 0)) {
            errors.rejectValue("sharePercent", "economy.cooperative.refused.percent");
        }
        return step(
                "agreed",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                cooperative -> cooperatives.agree(
                        jurisdiction,
                        actor,
                        id,
                        new Partnership(
                                form.sentId(),
                                form.enterprise().strip(),
                                code,
                                form.agreement().strip(),
                                Objects.requireNonNull(from),
                                until,
                                percent == null ? BigDecimal.ZERO : percent,
                                Typed.text(form.benefitRule()))));
    }

    @PostMapping("/partners/{partner}/end")
    @PreAuthorize(MAY_WRITE)
    String part(
            @PathVariable CooperativeId id,
            @PathVariable UUID partner,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "reason", form.reason());
        return step(
                "parted",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                cooperative -> cooperatives.part(jurisdiction, id, partner, Typed.text(form.reason())));
    }

    private static void required(BindingResult errors, String field, String text) {
        if (text.isBlank() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.cooperative.refused.missing");
        }
    }

    private String step(String done, BindingResult errors, Asked asked, Consumer<View> action) {
        var cooperative = queries.find(asked.jurisdiction(), asked.id());
        if (!Submission.succeeds(errors, () -> action.accept(cooperative))) {
            asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(cooperative, asked.jurisdiction(), done, asked.model());
        }
        asked.flash().addFlashAttribute("done", "economy.cooperative.done." + done);
        return "redirect:" + asked.id().href();
    }

    @PostMapping("/attachments")
    @PreAuthorize(MAY_WRITE)
    String attach(
            @PathVariable CooperativeId id,
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

    /** Papers of what is over stay. */
    @PostMapping("/attachments/{attachment}/remove")
    @PreAuthorize(MAY_WRITE)
    String detach(
            @PathVariable CooperativeId id,
            @PathVariable AttachmentId attachment,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        var cooperative = queries.find(jurisdiction, id);
        if (!cooperative.active()) {
            throw new CooperativeNotFound(id);
        }
        attachments.remove(jurisdiction, actor, owner(cooperative), attachment);
        flash.addFlashAttribute("done", "core.attachment.removed");
        return "redirect:" + id.href() + "#attachments";
    }

    private static AttachmentOwner owner(View cooperative) {
        return new AttachmentOwner(ATTACHMENTS, cooperative.cooperativeId(), cooperative.place());
    }
}
