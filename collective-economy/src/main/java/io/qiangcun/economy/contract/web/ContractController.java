package io.qiangcun.economy.contract.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.contract.BookRent;
import io.qiangcun.economy.contract.BookingStep;
import io.qiangcun.economy.contract.ContractBookings;
import io.qiangcun.economy.contract.ContractId;
import io.qiangcun.economy.contract.ContractNotFound;
import io.qiangcun.economy.contract.ContractQueries;
import io.qiangcun.economy.contract.ContractQueries.Due;
import io.qiangcun.economy.contract.ContractService;
import io.qiangcun.economy.contract.ContractState;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

/** One contract: what was agreed, what is due of it, what was booked, and what happens to it next. */
@Controller
@RequestMapping("/economy/contracts/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_CONTRACTS + "')")
class ContractController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_CONTRACTS + "')";
    private static final String ATTACHMENTS = "economy.contract";

    private final ContractQueries queries;
    private final ContractService contracts;
    private final ContractBookings bookings;
    private final ContractPages pages;
    private final AttachmentService attachments;
    private final Messages messages;
    private final Clock clock;

    ContractController(
            ContractQueries queries,
            ContractService contracts,
            ContractBookings bookings,
            ContractPages pages,
            AttachmentService attachments,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.contracts = contracts;
        this.bookings = bookings;
        this.pages = pages;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    /** What happens next to a contract: only the fields of one step are filled in. */
    record StepForm(
            String version,
            String on,
            @Size(max = 200) String reason,
            String decision,
            @Size(max = 200) String note) {

        StepForm {
            version = Objects.requireNonNullElse(version, "");
            on = Objects.requireNonNullElse(on, "");
            reason = Objects.requireNonNullElse(reason, "");
            decision = Objects.requireNonNullElse(decision, "");
            note = Objects.requireNonNullElse(note, "");
        }

        long stand() {
            return Typed.sent(Long::parseLong, version);
        }
    }

    /** What is booked. */
    record MoneyForm(
            String id,
            String version,
            String step,
            String seq,
            String on,
            @Size(max = 30) String amount,
            String money,
            @Size(max = 4) String sheets) {

        MoneyForm {
            id = Objects.requireNonNullElse(id, "");
            version = Objects.requireNonNullElse(version, "");
            step = Objects.requireNonNullElse(step, "");
            seq = Objects.requireNonNullElse(seq, "");
            on = Objects.requireNonNullElse(on, "");
            amount = Objects.requireNonNullElse(amount, "");
            money = Objects.requireNonNullElse(money, "");
            sheets = Objects.requireNonNullElse(sheets, "");
        }

        BookingStep sentStep() {
            return Typed.sent(BookingStep::valueOf, step);
        }

        @Nullable
        Integer sentSeq() {
            return seq.isEmpty() ? null : Typed.sent(Integer::parseInt, seq);
        }
    }

    @GetMapping
    String show(@PathVariable ContractId id, Jurisdiction jurisdiction, Model model) {
        var contract = queries.find(jurisdiction, id);
        var decision = contract.decisionCase();
        model.addAttribute(
                "form",
                new StepForm(
                        Long.toString(contract.version()),
                        LocalDate.now(clock).toString(),
                        "",
                        decision == null ? "" : decision.toString(),
                        contract.decisionNote()));
        return page(contract, jurisdiction, model);
    }

    private String page(ContractQueries.View contract, Jurisdiction jurisdiction, Model model) {
        var today = LocalDate.now(clock);
        var dues = queries.dues(jurisdiction, contract.id());
        var booked = queries.bookings(jurisdiction, contract.id());
        var state = contract.state();
        var writes = queries.isWriter();
        model.addAttribute("contract", contract);
        model.addAttribute("today", today);
        model.addAttribute("dues", dues);
        model.addAttribute("bookings", booked);
        model.addAttribute("editions", queries.editions(jurisdiction, contract.id()));
        model.addAttribute(
                "term",
                queries.term(contract.kind(), contract.objectKind(), today).orElse(null));
        model.addAttribute("writes", writes);
        model.addAttribute("drafts", writes && state == ContractState.DRAFT);
        model.addAttribute("changes", writes && state == ContractState.IN_FORCE);
        model.addAttribute("books", writes && state != ContractState.DRAFT);
        model.addAttribute("ends", writes && contract.isOver(today));
        model.addAttribute(
                "decisions",
                writes && (state == ContractState.IN_FORCE || state == ContractState.DRAFT)
                        ? pages.decisions(jurisdiction, contract.place())
                        : List.<Option>of());
        model.addAttribute("deposit", ContractBookings.deposit(booked));
        model.addAttribute("ahead", ContractBookings.releasableSum(dues, booked, today.getYear()));
        model.addAttribute("attachments", attachments.list(jurisdiction, owner(contract)));
        return "economy/contract/show";
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable ContractId id, Jurisdiction jurisdiction, Model model) {
        return pages.form(jurisdiction, ContractForm.of(draft(jurisdiction, id)), model);
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String rewrite(
            @PathVariable ContractId id,
            @Valid @ModelAttribute("form") ContractForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var contract = draft(jurisdiction, id);
        var same = ofBook(form, contract);
        var command = same.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(
                        errors,
                        () -> contracts.rewrite(
                                jurisdiction, actor, command.get(), Typed.sent(Long::parseLong, form.version())))) {
            return pages.refused(jurisdiction, same, model, response);
        }
        flash.addFlashAttribute("done", "economy.contract.done.written");
        return "redirect:" + id.href();
    }

    /** A draft stays with the book it was begun for, whatever is sent. */
    private static ContractForm ofBook(ContractForm form, ContractQueries.View contract) {
        return new ContractForm(
                contract.contractId().toString(),
                form.version(),
                contract.bookId().toString(),
                form.number(),
                form.name(),
                form.kind(),
                form.partyKind(),
                form.party(),
                form.objectKind(),
                form.objectName(),
                form.area(),
                form.signedOn(),
                form.from(),
                form.until(),
                form.yearly(),
                form.everyMonths(),
                form.pay(),
                form.risePercent(),
                form.riseYears(),
                form.deposit(),
                form.incomeAccount(),
                form.paidUntil(),
                form.decision(),
                form.decisionNote());
    }

    private ContractQueries.View draft(Jurisdiction jurisdiction, ContractId id) {
        var contract = queries.find(jurisdiction, id);
        if (contract.state() != ContractState.DRAFT) {
            throw new ContractNotFound(id);
        }
        return contract;
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            Jurisdiction jurisdiction, Model model, HttpServletResponse response, RedirectAttributes flash) {}

    @PostMapping("/in-force")
    @PreAuthorize(MAY_WRITE)
    String putInForce(
            @PathVariable ContractId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return step(
                id,
                errors,
                () -> contracts.putInForce(jurisdiction, id, form.stand()),
                "in-force",
                new Asked(jurisdiction, model, response, flash));
    }

    @PostMapping("/end")
    @PreAuthorize(MAY_WRITE)
    String end(
            @PathVariable ContractId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return step(
                id,
                errors,
                () -> contracts.end(jurisdiction, id, form.stand()),
                "ended",
                new Asked(jurisdiction, model, response, flash));
    }

    @PostMapping("/terminate")
    @PreAuthorize(MAY_WRITE)
    String terminate(
            @PathVariable ContractId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = ContractForm.day("on", form.on(), errors);
        if (form.reason().isBlank()) {
            errors.rejectValue("reason", "economy.contract.refused.missing");
        }
        return step(
                id,
                errors,
                () -> contracts.terminate(
                        jurisdiction, actor, id, form.stand(), Objects.requireNonNull(on), Typed.text(form.reason())),
                "terminated",
                new Asked(jurisdiction, model, response, flash));
    }

    @PostMapping("/decision")
    @PreAuthorize(MAY_WRITE)
    String decide(
            @PathVariable ContractId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (form.decision().isEmpty() && form.note().isBlank()) {
            errors.rejectValue("note", "economy.contract.refused.no-decision");
        }
        var decision = form.decision().isEmpty() ? null : Typed.sent(CaseId::valueOf, form.decision());
        return step(
                id,
                errors,
                () -> contracts.decided(jurisdiction, id, form.stand(), decision, Typed.text(form.note())),
                "decided",
                new Asked(jurisdiction, model, response, flash));
    }

    @PostMapping("/discard")
    @PreAuthorize(MAY_WRITE)
    String discard(
            @PathVariable ContractId id,
            @Valid @ModelAttribute("form") StepForm form,
            Jurisdiction jurisdiction,
            RedirectAttributes flash) {
        queries.find(jurisdiction, id);
        contracts.discard(jurisdiction, id, form.stand());
        flash.addFlashAttribute("done", "economy.contract.done.discarded");
        return "redirect:/economy/contracts";
    }

    private String step(ContractId id, BindingResult errors, Runnable act, String done, Asked asked) {
        queries.find(asked.jurisdiction(), id);
        if (Submission.succeeds(errors, act)) {
            asked.flash().addFlashAttribute("done", "economy.contract.done." + done);
            return "redirect:" + id.href();
        }
        asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        asked.model().addAttribute("refused", true);
        return page(queries.find(asked.jurisdiction(), id), asked.jurisdiction(), asked.model());
    }

    @GetMapping("/amend")
    @PreAuthorize(MAY_WRITE)
    String openAmendment(@PathVariable ContractId id, Jurisdiction jurisdiction, Model model) {
        var contract = inForce(jurisdiction, id);
        var starts = starts(jurisdiction, contract);
        model.addAttribute("form", AmendForm.of(contract, starts.get(0)));
        return amendment(contract, starts, model);
    }

    @PostMapping("/amend")
    @PreAuthorize(MAY_WRITE)
    String amend(
            @PathVariable ContractId id,
            @Valid @ModelAttribute("form") AmendForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var contract = inForce(jurisdiction, id);
        var command = form.toCommand(errors);
        if (command.isPresent()
                && Submission.succeeds(
                        errors, () -> contracts.amend(jurisdiction, actor, id, form.stand(), command.get()))) {
            flash.addFlashAttribute("done", "economy.contract.done.amended");
            return "redirect:" + id.href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return amendment(contract, starts(jurisdiction, contract), model);
    }

    private ContractQueries.View inForce(Jurisdiction jurisdiction, ContractId id) {
        var contract = queries.find(jurisdiction, id);
        if (contract.state() != ContractState.IN_FORCE) {
            throw new ContractNotFound(id);
        }
        return contract;
    }

    private List<LocalDate> starts(Jurisdiction jurisdiction, ContractQueries.View contract) {
        return contracts.starts(queries.dues(jurisdiction, contract.id()), contract.untilOn());
    }

    private String amendment(ContractQueries.View contract, List<LocalDate> starts, Model model) {
        model.addAttribute("contract", contract);
        model.addAttribute(
                "starts",
                starts.stream()
                        .map(start -> new Option(
                                start.toString(),
                                start.isAfter(contract.untilOn())
                                        ? messages.get("economy.contract.amend.renewal", start)
                                        : start.toString()))
                        .toList());
        pages.paying(model);
        return "economy/contract/amend";
    }

    @GetMapping("/book")
    @PreAuthorize(MAY_WRITE)
    String openBooking(
            @PathVariable ContractId id,
            @RequestParam(defaultValue = "RECEIVED") BookingStep step,
            @RequestParam(required = false) @Nullable Integer seq,
            Jurisdiction jurisdiction,
            Model model) {
        var contract = bound(jurisdiction, id);
        var due = due(jurisdiction, contract, step, seq);
        model.addAttribute(
                "form",
                new MoneyForm(
                        VoucherId.next().toString(),
                        Long.toString(contract.version()),
                        step.name(),
                        due == null ? "" : Integer.toString(due.seq()),
                        LocalDate.now(clock).toString(),
                        open(jurisdiction, contract, step, due).toString(),
                        "",
                        "1"));
        return booking(contract, step, due, jurisdiction, model);
    }

    /** Nothing is booked of a draft. */
    private ContractQueries.View bound(Jurisdiction jurisdiction, ContractId id) {
        var contract = queries.find(jurisdiction, id);
        if (contract.state() == ContractState.DRAFT) {
            throw new ContractNotFound(id);
        }
        return contract;
    }

    /** The one that is asked for, or the oldest that is open; null where it is not about one. */
    private @Nullable Due due(
            Jurisdiction jurisdiction, ContractQueries.View contract, BookingStep step, @Nullable Integer seq) {
        if (step != BookingStep.BILLED && step != BookingStep.RECEIVED) {
            return null;
        }
        var dues = queries.dues(jurisdiction, contract.id());
        return dues.stream()
                .filter(due -> seq == null ? due.receivable().signum() > 0 : due.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new ContractNotFound(contract.id() + "/" + seq));
    }

    private Money open(Jurisdiction jurisdiction, ContractQueries.View contract, BookingStep step, @Nullable Due due) {
        if (due != null) {
            return new Money(step == BookingStep.BILLED ? due.amount() : due.receivable());
        }
        var booked = queries.bookings(jurisdiction, contract.id());
        return switch (step) {
            case RELEASED ->
                ContractBookings.releasableSum(
                        queries.dues(jurisdiction, contract.id()),
                        booked,
                        LocalDate.now(clock).getYear());
            case DEPOSIT_RETURNED -> ContractBookings.deposit(booked);
            default -> new Money(contract.deposit()).minus(ContractBookings.deposit(booked));
        };
    }

    private String booking(
            ContractQueries.View contract,
            BookingStep step,
            @Nullable Due due,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("contract", contract);
        model.addAttribute("step", step);
        model.addAttribute("due", due);
        model.addAttribute("open", open(jurisdiction, contract, step, due));
        model.addAttribute("moves", step != BookingStep.BILLED && step != BookingStep.RELEASED);
        model.addAttribute("accounts", pages.money(jurisdiction, contract));
        return "economy/contract/book";
    }

    @PostMapping("/book")
    @PreAuthorize(MAY_WRITE)
    String book(
            @PathVariable ContractId id,
            @Valid @ModelAttribute("form") MoneyForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var contract = bound(jurisdiction, id);
        var step = form.sentStep();
        var due = due(jurisdiction, contract, step, form.sentSeq());
        var on = ContractForm.day("on", form.on(), errors);
        var amount = TypedMoney.money("amount", form.amount(), errors);
        var sheets = Typed.count("sheets", form.sheets(), errors);
        if (on != null && !errors.hasErrors()) {
            var command = new BookRent(
                    Typed.sent(VoucherId::valueOf, form.id()),
                    step,
                    due == null ? null : due.seq(),
                    on,
                    step == BookingStep.BILLED || step == BookingStep.RELEASED ? null : amount,
                    form.money().isEmpty() ? null : Typed.sent(AccountCode::new, form.money()),
                    sheets == null ? 0 : sheets,
                    summary(contract, step, due, on));
            if (Submission.succeeds(
                    errors,
                    () -> bookings.book(
                            jurisdiction, actor, id, Typed.sent(Long::parseLong, form.version()), command))) {
                flash.addFlashAttribute(
                        "done",
                        command.sheets() > 0 ? "economy.contract.done.booked" : "economy.contract.done.drafted");
                return "redirect:" + id.href();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return booking(contract, step, due, jurisdiction, model);
    }

    private String summary(ContractQueries.View contract, BookingStep step, @Nullable Due due, LocalDate on) {
        return due == null
                ? messages.get("economy.contract.summary." + step, contract.name(), Integer.toString(on.getYear()))
                : messages.get("economy.contract.summary." + step, contract.name(), due.fromOn(), due.untilOn());
    }

    @PostMapping("/attachments")
    @PreAuthorize(MAY_WRITE)
    String attach(
            @PathVariable ContractId id,
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
            @PathVariable ContractId id,
            @PathVariable AttachmentId attachment,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        var contract = queries.find(jurisdiction, id);
        if (contract.endedOn() != null) {
            throw new ContractNotFound(id);
        }
        attachments.remove(jurisdiction, actor, owner(contract), attachment);
        flash.addFlashAttribute("done", "core.attachment.removed");
        return "redirect:" + id.href() + "#attachments";
    }

    private static AttachmentOwner owner(ContractQueries.View contract) {
        return new AttachmentOwner(ATTACHMENTS, contract.contractId(), contract.place());
    }
}
