package io.qiangcun.party.rating.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.rating.RatingNotFound;
import io.qiangcun.party.rating.SecretaryGrades;
import io.qiangcun.party.rating.SecretaryRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The yearly grades of secretaries, place by place. */
@Controller
@RequestMapping("/party/ratings/secretaries")
class SecretariesController {

    private static final String MAY_GRADE = "hasAuthority('" + PartyAuthorities.GRADE_SECRETARIES + "')";

    private final SecretaryGrades grades;
    private final Messages messages;
    private final Clock clock;

    SecretariesController(SecretaryGrades grades, Messages messages, Clock clock) {
        this.grades = grades;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("secretaries", grades.list(jurisdiction, page));
        model.addAttribute("year", year());
        return "party/rating/secretaries";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) {
        grades.read(jurisdiction, rows -> write(rows, response));
    }

    @GetMapping("/{place}")
    String show(
            @PathVariable PlaceCode place,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var secretary = find(jurisdiction, place);
        model.addAttribute("secretary", secretary);
        model.addAttribute("year", String.valueOf(year()));
        model.addAttribute("lines", grades.given(jurisdiction, place, secretary.personId(), year()));
        model.addAttribute(
                "mayGrade",
                secretary.gradedOn() == null
                        && me.may(PartyAuthorities.GRADE_SECRETARIES)
                        && !jurisdiction.equals(Jurisdiction.within(place)));
        return "party/rating/secretary";
    }

    @GetMapping("/{place}/grade")
    @PreAuthorize(MAY_GRADE)
    String open(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        var secretary = find(jurisdiction, place);
        model.addAttribute("form", GradeForm.empty(grades.lines(jurisdiction, place)));
        return page(secretary, place, jurisdiction, model);
    }

    @PostMapping("/{place}/grade")
    @PreAuthorize(MAY_GRADE)
    String grade(
            @PathVariable PlaceCode place,
            @ModelAttribute("form") GradeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var secretary = find(jurisdiction, place);
        form.complete(grades.lines(jurisdiction, place));
        var given = form.toGiven(errors);
        if (Submission.succeeds(
                errors,
                () -> grades.grade(
                        jurisdiction,
                        actor,
                        Typed.sent(UUID::fromString, form.id()),
                        place,
                        given,
                        Typed.text(form.payNote())))) {
            flash.addFlashAttribute("done", "party.rating.done.graded");
            return "redirect:/party/ratings/secretaries/" + place;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(secretary, place, jurisdiction, model);
    }

    private String page(SecretaryRow secretary, PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("secretary", secretary);
        model.addAttribute("year", String.valueOf(year()));
        model.addAttribute("lines", grades.lines(jurisdiction, place));
        return "party/rating/grade";
    }

    private SecretaryRow find(Jurisdiction jurisdiction, PlaceCode place) {
        return grades.find(jurisdiction, place).orElseThrow(() -> new RatingNotFound(place));
    }

    private int year() {
        return LocalDate.now(clock).getYear();
    }

    private void write(Iterable<SecretaryRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<SecretaryRow>named(messages.get("party.rating.secretaries.title"), rows)
                    .note(messages.get("party.rating.year", String.valueOf(year())))
                    .column(messages.get("place.township"), SecretaryRow::townshipName)
                    .column(messages.get("party.rating.field.place"), SecretaryRow::placeName)
                    .column(messages.get("party.rating.field.secretary"), SecretaryRow::name)
                    .column(messages.get("party.rating.field.score"), SecretaryRow::score)
                    .column(messages.get("party.rating.field.stars"), SecretaryRow::stars)
                    .column(messages.get("party.rating.field.payNote"), SecretaryRow::payNote)
                    .column(messages.get("party.rating.field.gradedOn"), SecretaryRow::gradedOn)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
