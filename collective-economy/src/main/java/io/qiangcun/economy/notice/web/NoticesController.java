package io.qiangcun.economy.notice.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.QrPicture;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.notice.NoticeId;
import io.qiangcun.economy.notice.NoticeNotFound;
import io.qiangcun.economy.notice.NoticePeriod;
import io.qiangcun.economy.notice.NoticeQueries;
import io.qiangcun.economy.notice.NoticeRow;
import io.qiangcun.economy.notice.NoticeService;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a village publishes of its money, and what it answers. */
@Controller
@RequestMapping("/economy/notices")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_NOTICES + "')")
class NoticesController {

    private static final String MAY_PUBLISH = "hasAuthority('" + EconomyAuthorities.PUBLISH_NOTICES + "')";

    private final NoticeQueries queries;
    private final NoticeService notices;
    private final BookQueries books;
    private final Messages messages;
    private final Clock clock;

    NoticesController(NoticeQueries queries, NoticeService notices, BookQueries books, Messages messages, Clock clock) {
        this.queries = queries;
        this.notices = notices;
        this.books = books;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean waiting,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("waiting", waiting);
        model.addAttribute("notices", queries.notices(jurisdiction, waiting, page));
        model.addAttribute("isCounty", jurisdiction.level() == PlaceKind.COUNTY);
        model.addAttribute("isVillage", jurisdiction.level() == PlaceKind.VILLAGE);
        if (jurisdiction.level() == PlaceKind.VILLAGE) {
            model.addAttribute("books", books.books(jurisdiction));
            model.addAttribute("quarter", NoticePeriod.quarterBefore(YearMonth.now(clock)));
        }
        return "economy/notice/list";
    }

    @GetMapping("/export")
    void export(
            @RequestParam(defaultValue = "false") boolean waiting,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        Spreadsheet.<NoticeRow>named(
                        messages.get("economy.notice.list.title"),
                        queries.notices(jurisdiction, waiting, Pageable.unpaged()))
                .column(messages.get("place.township"), NoticeRow::townshipName)
                .column(messages.get("place.village"), NoticeRow::placeName)
                .column(field("book"), NoticeRow::bookName)
                .column(field("period"), NoticeRow::period)
                .column(field("published"), NoticeRow::publishedAt)
                .column(field("checked-by"), NoticeRow::checkedBy)
                .column(field("questions"), NoticeRow::questions)
                .column(field("waiting"), NoticeRow::waiting)
                .column(field("withdrawn"), NoticeRow::withdrawnReason)
                .writeTo(response);
    }

    /** What goes on the board beside what the ledger says. */
    record NoticeForm(
            String id,

            @NotBlank(message = "{economy.notice.missing.checkedBy}") @Size(max = 60)
            String checkedBy,

            @NotBlank(message = "{economy.notice.missing.checkedOn}")
            String checkedOn,

            @Size(max = 500) String remarks) {

        NoticeForm {
            id = Objects.requireNonNullElse(id, "");
            checkedBy = Objects.requireNonNullElse(checkedBy, "");
            checkedOn = Objects.requireNonNullElse(checkedOn, "");
            remarks = Objects.requireNonNullElse(remarks, "");
        }

        Optional<NoticeService.Publish> toCommand(BookId book, NoticePeriod period, BindingResult errors) {
            var on = Typed.date("checkedOn", checkedOn, errors);
            return errors.hasErrors() || on == null
                    ? Optional.empty()
                    : Optional.of(new NoticeService.Publish(
                            Typed.sent(NoticeId::valueOf, id),
                            book,
                            period,
                            checkedBy.strip(),
                            on,
                            Typed.text(remarks)));
        }
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_PUBLISH)
    String open(@RequestParam BookId book, @RequestParam String period, Jurisdiction jurisdiction, Model model) {
        var asked = period(period);
        var published = queries.publishedOf(jurisdiction, book, asked);
        if (published.isPresent()) {
            return "redirect:" + published.get().href();
        }
        model.addAttribute(
                "form",
                new NoticeForm(
                        UUID.randomUUID().toString(), "", LocalDate.now(clock).toString(), ""));
        return form(book, asked, jurisdiction, model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_PUBLISH)
    String publish(
            @RequestParam BookId book,
            @RequestParam String period,
            @Valid @ModelAttribute("form") NoticeForm form,
            BindingResult errors,
            Actor actor,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var asked = period(period);
        var command = form.toCommand(book, asked, errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> notices.publish(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "economy.notice.done.published");
            return "redirect:" + command.get().id().href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(book, asked, jurisdiction, model);
    }

    private String form(BookId id, NoticePeriod period, Jurisdiction jurisdiction, Model model) {
        var book = books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
        model.addAttribute("book", book);
        model.addAttribute("period", period);
        model.addAttribute("sheet", queries.preview(jurisdiction, id, period));
        model.addAttribute("open", queries.open(jurisdiction, id, period));
        return "economy/notice/new";
    }

    @GetMapping("/{id}")
    String show(@PathVariable NoticeId id, Jurisdiction jurisdiction, Model model) {
        var notice = find(jurisdiction, id);
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/economy/open/" + notice.publicCode())
                .build()
                .toUriString();
        model.addAttribute("notice", notice);
        model.addAttribute("sheet", queries.published(jurisdiction, id));
        model.addAttribute("questions", queries.questions(jurisdiction, id));
        model.addAttribute("address", address);
        model.addAttribute("qr", QrPicture.of(address));
        model.addAttribute("today", LocalDate.now(clock));
        return "economy/notice/show";
    }

    @PostMapping("/{id}/withdraw")
    @PreAuthorize(MAY_PUBLISH)
    String withdraw(
            @PathVariable NoticeId id,
            @RequestParam(defaultValue = "") String reason,
            Jurisdiction jurisdiction,
            RedirectAttributes flash) {
        find(jurisdiction, id);
        if (reason.isBlank()) {
            flash.addFlashAttribute("problem", "economy.notice.missing.reason");
        } else {
            notices.withdraw(jurisdiction, id, Typed.text(reason));
            flash.addFlashAttribute("done", "economy.notice.done.withdrawn");
        }
        return "redirect:" + id.href();
    }

    @PostMapping("/{id}/questions/{question}")
    @PreAuthorize(MAY_PUBLISH)
    String answer(
            @PathVariable NoticeId id,
            @PathVariable UUID question,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "false") boolean hidden,
            Actor actor,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        find(jurisdiction, id);
        if (queries.questions(jurisdiction, id).stream()
                .noneMatch(asked -> asked.questionId().equals(question))) {
            throw new NoticeNotFound(question);
        }
        if (answer.isBlank()) {
            model.addAttribute("unanswered", question);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(id, jurisdiction, model);
        }
        notices.answer(jurisdiction, actor, id, question, Typed.text(answer), hidden);
        flash.addFlashAttribute("done", "economy.notice.done.answered");
        return "redirect:" + id.href();
    }

    private NoticeRow find(Jurisdiction jurisdiction, NoticeId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new NoticeNotFound(id));
    }

    private static NoticePeriod period(String text) {
        try {
            return NoticePeriod.parse(text);
        } catch (DateTimeException | IllegalArgumentException none) {
            throw new NoticeNotFound(text);
        }
    }

    private String field(String field) {
        return messages.get("economy.notice.field." + field);
    }
}
