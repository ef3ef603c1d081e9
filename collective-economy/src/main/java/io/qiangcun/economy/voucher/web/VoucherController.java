package io.qiangcun.economy.voucher.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherNotFound;
import io.qiangcun.economy.voucher.VoucherQueries;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.economy.voucher.VoucherState;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

/** One voucher: its paper, its steps, its receipts. */
@Controller
@RequestMapping("/economy/vouchers/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
class VoucherController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_VOUCHERS + "')";
    private static final String MAY_REVIEW = "hasAuthority('" + EconomyAuthorities.REVIEW_VOUCHERS + "')";

    private final VoucherQueries queries;
    private final VoucherService vouchers;
    private final VoucherPages pages;
    private final AttachmentService attachments;
    private final Messages messages;
    private final Clock clock;

    VoucherController(
            VoucherQueries queries,
            VoucherService vouchers,
            VoucherPages pages,
            AttachmentService attachments,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.vouchers = vouchers;
        this.pages = pages;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    /** What happens next to a voucher: only the fields of one step are filled in. */
    record StepForm(
            String id,
            String version,
            String on,
            @Size(max = 200) String reason) {

        StepForm {
            id = Objects.requireNonNullElse(id, "");
            version = Objects.requireNonNullElse(version, "");
            on = Objects.requireNonNullElse(on, "");
            reason = Objects.requireNonNullElse(reason, "");
        }

        long stand() {
            return Typed.sent(Long::parseLong, version);
        }
    }

    @GetMapping
    String show(
            @PathVariable VoucherId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var voucher = queries.find(jurisdiction, id);
        model.addAttribute(
                "form",
                new StepForm(
                        VoucherId.next().toString(),
                        Long.toString(voucher.version()),
                        LocalDate.now(clock).toString(),
                        ""));
        return page(voucher, jurisdiction, me, model);
    }

    private String page(VoucherQueries.View voucher, Jurisdiction jurisdiction, SignedInAccount me, Model model) {
        var lines = queries.lines(jurisdiction, voucher.id());
        var state = voucher.state();
        var writes = me.may(EconomyAuthorities.WRITE_VOUCHERS);
        var reviews = me.may(EconomyAuthorities.REVIEW_VOUCHERS);
        var own = voucher.recordedBy().equals(me.actor().login())
                || voucher.recordedByPerson().equals(me.actor().holder());
        var changes = state == VoucherState.DRAFT && writes;
        model.addAttribute("voucher", voucher);
        model.addAttribute("lines", lines);
        model.addAttribute("debits", sum(lines, VoucherQueries.Line::debit));
        model.addAttribute("credits", sum(lines, VoucherQueries.Line::credit));
        model.addAttribute("changes", changes);
        model.addAttribute("checks", state == VoucherState.SUBMITTED && reviews && !own);
        model.addAttribute("ownVoucher", state == VoucherState.SUBMITTED && reviews && own);
        model.addAttribute("posts", state == VoucherState.REVIEWED && reviews);
        model.addAttribute("givesBack", state.isWaiting() && state != VoucherState.DRAFT && reviews);
        model.addAttribute(
                "takesBack",
                state == VoucherState.POSTED && writes && voucher.takenBackBy() == null && canBeTakenBack(voucher));
        model.addAttribute("attachments", attachments.list(jurisdiction, owner(voucher)));
        return "economy/voucher/show";
    }

    private boolean canBeTakenBack(VoucherQueries.View voucher) {
        return switch (voucher.kind()) {
            case NORMAL, CLOSING, DISTRIBUTION, CORRECTING ->
                voucher.dated().getYear() == LocalDate.now(clock).getYear();
            case RED, OPENING -> false;
        };
    }

    private static BigDecimal sum(
            List<VoucherQueries.Line> lines,
            java.util.function.Function<VoucherQueries.Line, @Nullable BigDecimal> side) {
        return lines.stream().map(side).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable VoucherId id, Jurisdiction jurisdiction, Model model) {
        var voucher = draft(jurisdiction, id);
        var form = VoucherForm.of(voucher, queries.lines(jurisdiction, id));
        model.addAttribute("voucher", voucher);
        return pages.form(jurisdiction, pages.find(jurisdiction, voucher.book()), form, model);
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String rewrite(
            @PathVariable VoucherId id,
            @Valid @ModelAttribute("form") VoucherForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String act,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var voucher = draft(jurisdiction, id);
        var book = pages.find(jurisdiction, voucher.book());
        model.addAttribute("voucher", voucher);
        if (act.equals(VoucherPages.MORE)) {
            return pages.form(jurisdiction, book, form.withMore(), model);
        }
        var same = form.of(id);
        var written = pages.read(book, same, act, errors, read -> {
            var stand = Typed.sent(Long::parseLong, same.version());
            vouchers.rewrite(jurisdiction, me.actor(), read.command(), stand);
            if (act.equals(VoucherPages.SUBMIT)) {
                vouchers.submit(jurisdiction, id, queries.find(jurisdiction, id).version());
            }
        });
        if (written.isEmpty()) {
            return pages.refused(jurisdiction, book, same, model, response);
        }
        flash.addFlashAttribute(
                "done",
                act.equals(VoucherPages.SUBMIT) ? "economy.voucher.done.submitted" : "economy.voucher.done.drafted");
        return "redirect:" + id.href();
    }

    /** What is no draft any more cannot be written again, and who takes back a voucher does not choose its lines. */
    private VoucherQueries.View draft(Jurisdiction jurisdiction, VoucherId id) {
        var voucher = queries.find(jurisdiction, id);
        if (voucher.state() != VoucherState.DRAFT || voucher.corrects() != null) {
            throw new VoucherNotFound(id);
        }
        return voucher;
    }

    @PostMapping("/submit")
    @PreAuthorize(MAY_WRITE)
    String submit(
            @PathVariable VoucherId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return step(
                id,
                errors,
                () -> vouchers.submit(jurisdiction, id, form.stand()),
                "submitted",
                new Asked(jurisdiction, me, model, response, flash));
    }

    @PostMapping("/discard")
    @PreAuthorize(MAY_WRITE)
    String discard(
            @PathVariable VoucherId id,
            @Valid @ModelAttribute("form") StepForm form,
            Jurisdiction jurisdiction,
            RedirectAttributes flash) {
        var voucher = queries.find(jurisdiction, id);
        vouchers.discard(jurisdiction, id, form.stand());
        flash.addFlashAttribute("done", "economy.voucher.done.discarded");
        return "redirect:/economy/books/" + voucher.bookId() + "/vouchers";
    }

    @PostMapping("/review")
    @PreAuthorize(MAY_REVIEW)
    String review(
            @PathVariable VoucherId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return step(
                id,
                errors,
                () -> vouchers.review(jurisdiction, me.actor(), id, form.stand()),
                "reviewed",
                new Asked(jurisdiction, me, model, response, flash));
    }

    @PostMapping("/post")
    @PreAuthorize(MAY_REVIEW)
    String post(
            @PathVariable VoucherId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return step(
                id,
                errors,
                () -> vouchers.post(jurisdiction, me.actor(), id, form.stand()),
                "posted",
                new Asked(jurisdiction, me, model, response, flash));
    }

    @PostMapping("/give-back")
    @PreAuthorize(MAY_REVIEW)
    String giveBack(
            @PathVariable VoucherId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (form.reason().isBlank()) {
            errors.rejectValue("reason", "economy.voucher.refused.no-reason");
        }
        return step(
                id,
                errors,
                () -> vouchers.giveBack(jurisdiction, id, form.stand(), Typed.text(form.reason())),
                "returned",
                new Asked(jurisdiction, me, model, response, flash));
    }

    /** Drafts the red voucher and opens it. */
    @PostMapping("/take-back")
    @PreAuthorize(MAY_WRITE)
    String takeBack(
            @PathVariable VoucherId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        queries.find(jurisdiction, id);
        var on = Typed.date("on", form.on(), errors);
        if (on == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "economy.voucher.refused.no-day");
        }
        if (form.reason().isBlank()) {
            errors.rejectValue("reason", "economy.voucher.refused.no-reason");
        }
        if (on != null && !errors.hasErrors()) {
            var red = Typed.sent(VoucherId::valueOf, form.id());
            try {
                vouchers.takeBack(jurisdiction, me.actor(), id, red, on, Typed.text(form.reason()));
                flash.addFlashAttribute("done", "economy.voucher.done.red");
                return "redirect:" + red.href();
            } catch (RuleViolated no) {
                errors.rejectValue("on", no.messageKey(), no.arguments(), null);
            }
        }
        return refused(id, new Asked(jurisdiction, me, model, response, flash));
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            Jurisdiction jurisdiction,
            SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    private String step(VoucherId id, BindingResult errors, Runnable act, String done, Asked asked) {
        queries.find(asked.jurisdiction(), id);
        if (Submission.succeeds(errors, act)) {
            asked.flash().addFlashAttribute("done", "economy.voucher.done." + done);
            return "redirect:" + id.href();
        }
        return refused(id, asked);
    }

    private String refused(VoucherId id, Asked asked) {
        asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        asked.model().addAttribute("refused", true);
        return page(queries.find(asked.jurisdiction(), id), asked.jurisdiction(), asked.me(), asked.model());
    }

    @PostMapping("/attachments")
    @PreAuthorize(MAY_WRITE)
    String attach(
            @PathVariable VoucherId id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            RedirectAttributes flash) {
        var owner = owner(stillDraft(jurisdiction, id));
        var uploads = Uploads.sentWith(files);
        if (uploads.isEmpty()) {
            flash.addFlashAttribute("attachmentProblem", messages.get("core.attachment.nothing-chosen"));
            return "redirect:" + id.href() + "#attachments";
        }
        try {
            attachments.attach(jurisdiction, me.actor(), owner, uploads);
            flash.addFlashAttribute("done", "core.attachment.added");
        } catch (AttachmentRefused refused) {
            flash.addFlashAttribute("attachmentProblem", messages.get(refused.messageKey(), refused.arguments()));
        }
        return "redirect:" + id.href() + "#attachments";
    }

    @PostMapping("/attachments/{attachment}/remove")
    @PreAuthorize(MAY_WRITE)
    String detach(
            @PathVariable VoucherId id,
            @PathVariable AttachmentId attachment,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            RedirectAttributes flash) {
        attachments.remove(jurisdiction, me.actor(), owner(stillDraft(jurisdiction, id)), attachment);
        flash.addFlashAttribute("done", "core.attachment.removed");
        return "redirect:" + id.href() + "#attachments";
    }

    /** Receipts belong to the draft; once it is submitted they stay as its reviewer saw them. */
    private VoucherQueries.View stillDraft(Jurisdiction jurisdiction, VoucherId id) {
        var voucher = queries.find(jurisdiction, id);
        if (voucher.state() != VoucherState.DRAFT) {
            throw new VoucherNotFound(id);
        }
        return voucher;
    }

    private static AttachmentOwner owner(VoucherQueries.View voucher) {
        return new AttachmentOwner("economy.voucher", voucher.voucherId(), voucher.place());
    }
}
