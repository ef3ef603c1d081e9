package io.qiangcun.economy.project.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.contract.ContractId;
import io.qiangcun.economy.money.TypedMoney;
import io.qiangcun.economy.project.FundKind;
import io.qiangcun.economy.project.ProjectId;
import io.qiangcun.economy.project.ProjectQueries;
import io.qiangcun.economy.project.ProjectQueries.View;
import io.qiangcun.economy.project.ProjectService;
import io.qiangcun.economy.project.ProjectService.Accept;
import io.qiangcun.economy.project.ProjectService.EnterFund;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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

/** One project: how far it is, its money, who accepted it and what it earns. */
@Controller
@RequestMapping("/economy/projects/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_PROJECTS + "')")
class ProjectController {

    private static final String MAY_APPROVE = "hasAuthority('" + EconomyAuthorities.APPROVE_PROJECTS + "')";
    private static final String MAY_REPORT = "hasAuthority('" + EconomyAuthorities.REPORT_PROJECTS + "')";
    private static final String ATTACHMENTS = "economy.project";

    private final ProjectQueries queries;
    private final ProjectService projects;
    private final AttachmentService attachments;
    private final Messages messages;
    private final Clock clock;

    ProjectController(
            ProjectQueries queries,
            ProjectService projects,
            AttachmentService attachments,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.projects = projects;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    /** What happens to a project: only the fields of one step are filled in. */
    record StepForm(
            String id,
            String version,
            String on,
            @Size(max = 80) String name,
            @Size(max = 300) String note,
            String source,
            String kind,
            @Size(max = 20) String amount,
            @Size(max = 130) String detail,
            String contract,
            @Size(max = 60) String body,
            String putRightBy,
            @Size(max = 200) String reason) {

        StepForm {
            id = given(id);
            version = given(version);
            on = given(on);
            name = given(name);
            note = given(note);
            source = given(source);
            kind = given(kind);
            amount = given(amount);
            detail = given(detail);
            contract = given(contract);
            body = given(body);
            putRightBy = given(putRightBy);
            reason = given(reason);
        }

        private static String given(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }

        static StepForm of(View one, LocalDate today) {
            return new StepForm(
                    UUID.randomUUID().toString(),
                    Long.toString(one.version()),
                    today.toString(),
                    "",
                    "",
                    "",
                    FundKind.GRANTED.name(),
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
    String show(@PathVariable ProjectId id, Jurisdiction jurisdiction, Model model) {
        var project = queries.find(jurisdiction, id);
        model.addAttribute("form", StepForm.of(project, LocalDate.now(clock)));
        return page(project, jurisdiction, "", model);
    }

    private String page(View project, Jurisdiction jurisdiction, String refused, Model model) {
        var id = project.id();
        var approves = queries.approves();
        var reports = queries.reports();
        model.addAttribute("project", project);
        model.addAttribute("above", jurisdiction.level() != PlaceKind.VILLAGE);
        model.addAttribute("approves", approves);
        model.addAttribute("reports", reports);
        model.addAttribute("refused", refused);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("steps", queries.steps(jurisdiction, id));
        model.addAttribute("bySource", queries.bySource(jurisdiction, id));
        model.addAttribute("movements", queries.movements(jurisdiction, id));
        model.addAttribute("acceptances", queries.acceptances(jurisdiction, id));
        model.addAttribute("income", queries.income(jurisdiction, id));
        model.addAttribute("contracts", queries.contracts(jurisdiction, project));
        if (reports) {
            model.addAttribute("details", details(project, jurisdiction));
            model.addAttribute(
                    "sources",
                    queries.sources(jurisdiction).stream()
                            .filter(source -> !source.retired())
                            .map(source -> new Option(source.source(), source.name()))
                            .toList());
            model.addAttribute(
                    "kinds",
                    Arrays.stream(FundKind.values())
                            .filter(kind -> kind != FundKind.NONE)
                            .map(kind -> new Option(kind.name(), messages.get("economy.project.kind." + kind)))
                            .toList());
        }
        model.addAttribute("attachments", attachments.list(jurisdiction, owner(project)));
        return "economy/project/show";
    }

    private List<Option> details(View project, Jurisdiction jurisdiction) {
        return queries.details(jurisdiction, project).stream()
                .map(known -> new Option(known.bookId() + " " + known.name(), known.bookName() + "：" + known.name()))
                .toList();
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            ProjectId id,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    @PostMapping("/start")
    @PreAuthorize(MAY_REPORT)
    String start(
            @PathVariable ProjectId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = ProjectForm.day("on", form.on(), errors);
        return step(
                "started",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.start(jurisdiction, id, form.stand(), Objects.requireNonNull(on)));
    }

    @PostMapping("/complete")
    @PreAuthorize(MAY_REPORT)
    String complete(
            @PathVariable ProjectId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = ProjectForm.day("on", form.on(), errors);
        return step(
                "completed",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.complete(jurisdiction, id, form.stand(), Objects.requireNonNull(on)));
    }

    @PostMapping("/stop")
    @PreAuthorize(MAY_APPROVE)
    String stop(
            @PathVariable ProjectId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = ProjectForm.day("on", form.on(), errors);
        required(errors, "reason", form.reason());
        return step(
                "stopped",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.stop(
                        jurisdiction, id, form.stand(), Objects.requireNonNull(on), Typed.text(form.reason())));
    }

    @PostMapping("/steps")
    @PreAuthorize(MAY_REPORT)
    String plan(
            @PathVariable ProjectId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "name", form.name());
        var on = ProjectForm.day("on", form.on(), errors);
        return step(
                "planned",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.plan(
                        jurisdiction, actor, id, form.sentId(), form.name().strip(), Objects.requireNonNull(on)));
    }

    /** Reached on a day, or dropped where the page says so. */
    @PostMapping("/steps/{step}")
    @PreAuthorize(MAY_REPORT)
    String reach(
            @PathVariable ProjectId id,
            @PathVariable UUID step,
            @RequestParam(defaultValue = "false") boolean drop,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = drop ? null : ProjectForm.day("on", form.on(), errors);
        if (drop) {
            required(errors, "note", form.note());
        }
        return step(
                "reached",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.reach(jurisdiction, actor, id, step, on, Typed.text(form.note())));
    }

    @PostMapping("/funds")
    @PreAuthorize(MAY_APPROVE)
    String enter(
            @PathVariable ProjectId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = ProjectForm.day("on", form.on(), errors);
        var amount = TypedMoney.money("amount", form.amount(), errors);
        required(errors, "note", form.note());
        if (amount == null) {
            required(errors, "amount", "");
        }
        return step(
                "entered",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.enter(
                        jurisdiction,
                        actor,
                        id,
                        new EnterFund(
                                form.sentId(),
                                form.source(),
                                Typed.sent(FundKind::valueOf, form.kind()),
                                Objects.requireNonNull(amount),
                                Objects.requireNonNull(on),
                                Typed.text(form.note()))));
    }

    @PostMapping("/funds/{entry}/void")
    @PreAuthorize(MAY_APPROVE)
    String voidFund(
            @PathVariable ProjectId id,
            @PathVariable UUID entry,
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
                project -> projects.voidFund(jurisdiction, id, entry, Typed.text(form.reason())));
    }

    /** What a line of the book is, and whose money. */
    @PostMapping("/lines/{voucher}/{line}")
    @PreAuthorize(MAY_REPORT)
    String say(
            @PathVariable ProjectId id,
            @PathVariable UUID voucher,
            @PathVariable int line,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return step(
                "said",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.say(
                        jurisdiction,
                        actor,
                        id,
                        voucher,
                        line,
                        Typed.sent(FundKind::valueOf, form.kind()),
                        form.source().isEmpty() ? null : form.source()));
    }

    @PostMapping("/ledger")
    @PreAuthorize(MAY_REPORT)
    String link(
            @PathVariable ProjectId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "detail", form.detail());
        var parts = form.detail().split(" ", 2);
        return step(
                "linked",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.link(
                        jurisdiction,
                        id,
                        form.stand(),
                        Typed.sent(BookId::valueOf, parts[0]),
                        parts.length < 2 ? "" : parts[1]));
    }

    @PostMapping("/contracts")
    @PreAuthorize(MAY_REPORT)
    String earn(
            @PathVariable ProjectId id,
            @RequestParam(defaultValue = "false") boolean drop,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "contract", form.contract());
        return step(
                "earning",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.earn(jurisdiction, id, Typed.sent(ContractId::valueOf, form.contract()), drop));
    }

    @PostMapping("/acceptances")
    @PreAuthorize(MAY_APPROVE)
    String accept(
            @PathVariable ProjectId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = ProjectForm.day("on", form.on(), errors);
        required(errors, "body", form.body());
        var until = Typed.date("putRightBy", form.putRightBy(), errors);
        return step(
                "accepted",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.accept(
                        jurisdiction,
                        actor,
                        id,
                        form.stand(),
                        new Accept(
                                form.sentId(),
                                Objects.requireNonNull(on),
                                form.body().strip(),
                                until,
                                Typed.text(form.note()))));
    }

    @PostMapping("/reason")
    @PreAuthorize(MAY_APPROVE)
    String explain(
            @PathVariable ProjectId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required(errors, "reason", form.reason());
        return step(
                "explained",
                errors,
                new Asked(id, jurisdiction, model, response, flash),
                project -> projects.explain(jurisdiction, id, Typed.text(form.reason())));
    }

    private static void required(BindingResult errors, String field, String text) {
        if (text.isBlank() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.project.refused.missing");
        }
    }

    private String step(String done, BindingResult errors, Asked asked, Consumer<View> action) {
        var project = queries.find(asked.jurisdiction(), asked.id());
        if (!Submission.succeeds(errors, () -> action.accept(project))) {
            asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(project, asked.jurisdiction(), done, asked.model());
        }
        asked.flash().addFlashAttribute("done", "economy.project.done." + done);
        return "redirect:" + asked.id().href();
    }

    @PostMapping("/attachments")
    @PreAuthorize(MAY_REPORT)
    String attach(
            @PathVariable ProjectId id,
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
    @PreAuthorize(MAY_REPORT)
    String detach(
            @PathVariable ProjectId id,
            @PathVariable AttachmentId attachment,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        attachments.remove(jurisdiction, actor, owner(queries.find(jurisdiction, id)), attachment);
        flash.addFlashAttribute("done", "core.attachment.removed");
        return "redirect:" + id.href() + "#attachments";
    }

    private static AttachmentOwner owner(View project) {
        return new AttachmentOwner(ATTACHMENTS, project.projectId(), project.place());
    }
}
