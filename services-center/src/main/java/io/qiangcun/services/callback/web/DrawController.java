package io.qiangcun.services.callback.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.callback.CallbackDraws;
import io.qiangcun.services.callback.CallbackQueries;
import io.qiangcun.services.callback.CallbackQueries.CallRow;
import io.qiangcun.services.callback.CallbackQueries.DrawRow;
import io.qiangcun.services.callback.DrawId;
import io.qiangcun.services.callback.DrawNotFound;
import io.qiangcun.services.callback.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Which requests were drawn of which month, with all that is needed to draw them again. */
@Controller
@RequestMapping("/services/callbacks")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_CALLBACKS + "')")
class DrawController {

    /** Older ones that nobody drew are drawn no more: whoever asked has forgotten. */
    private static final int MONTHS_BACK = 3;

    private final CallbackQueries queries;
    private final CallbackDraws draws;
    private final Messages messages;
    private final Clock clock;

    DrawController(CallbackQueries queries, CallbackDraws draws, Messages messages, Clock clock) {
        this.queries = queries;
        this.draws = draws;
        this.messages = messages;
        this.clock = clock;
    }

    /** A month that is over and not drawn. */
    record Undrawn(YearMonth month, boolean sealed) {}

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        var rows = queries.draws(jurisdiction);
        model.addAttribute("draws", rows);
        model.addAttribute("waiting", queries.waiting(jurisdiction));
        model.addAttribute("undrawn", undrawn(jurisdiction, rows));
        return "services/callback/list";
    }

    @PostMapping("/draws")
    @PreAuthorize("hasAuthority('" + ServicesAuthorities.DRAW_CALLBACKS + "')")
    String draw(
            @RequestParam(defaultValue = "") String month,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            return "redirect:/services/callbacks/draws/" + draws.draw(jurisdiction, actor, monthOf(month));
        } catch (RuleViolated no) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", messages.get(no.messageKey(), no.arguments()));
            return list(jurisdiction, model);
        }
    }

    @GetMapping("/draws/{draw}")
    String show(@PathVariable DrawId draw, Jurisdiction jurisdiction, Model model) {
        var drawn = found(jurisdiction, draw);
        model.addAttribute("draw", drawn);
        model.addAttribute("month", YearMonth.from(drawn.month()));
        model.addAttribute("calls", queries.calls(jurisdiction, draw));
        return "services/callback/draw";
    }

    /** The set, id by id: with the seed and the rule all that is needed to draw again. */
    @GetMapping("/draws/{draw}/set")
    ResponseEntity<String> set(@PathVariable DrawId draw, Jurisdiction jurisdiction) {
        var set = queries.set(jurisdiction, draw).orElseThrow(() -> new DrawNotFound(draw));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(set + "\n");
    }

    @GetMapping("/draws/{draw}/export")
    void export(@PathVariable DrawId draw, Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        var drawn = found(jurisdiction, draw);
        var answers = queries.answersOf(jurisdiction, draw);
        var sheet = Spreadsheet.named(
                        messages.get("services.callback.title") + "-" + YearMonth.from(drawn.month()),
                        queries.calls(jurisdiction, draw))
                .note(messages.get(
                        "services.callback.progress", drawn.here(), drawn.reached(), drawn.missed(), drawn.waiting()))
                .note(messages.get("services.callback.seed") + " " + drawn.seed())
                .column(field("position"), CallRow::position)
                .column(field("receipt"), CallRow::receipt)
                .column(field("matter"), CallRow::title)
                .column(field("place"), CallRow::placeName)
                .column(field("handled"), CallRow::handledName)
                .column(field("outcome"), row -> messages.get(row.outcomeKey()))
                .column(field("closed"), CallRow::closedAt)
                .column(field("desk"), CallRow::deskName)
                .column(field("caller"), CallRow::callerPerson)
                .column(field("state"), row -> messages.get("services.callback.state." + row.state()))
                .column(field("tries"), CallRow::tries);
        for (var question : queries.questions()) {
            sheet.column(question.words(), row -> answer(question, answers.get(row.callbackId())));
        }
        sheet.column(field("found"), CallRow::found)
                .column(field("settled"), CallRow::settledWords)
                .column(field("id"), row -> row.requestId().toString())
                .column(field("key"), CallRow::key)
                .writeTo(response);
    }

    private @Nullable String answer(Question question, @Nullable Map<String, String> given) {
        var answer = given == null ? null : given.get(question.code());
        return answer == null || question.kind() != Question.Kind.YES_NO
                ? answer
                : messages.get("services.callback.answer." + answer);
    }

    private DrawRow found(Jurisdiction jurisdiction, DrawId id) {
        return queries.draw(jurisdiction, id).orElseThrow(() -> new DrawNotFound(id));
    }

    private List<Undrawn> undrawn(Jurisdiction jurisdiction, List<DrawRow> rows) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            return List.of();
        }
        var drawn = rows.stream().map(row -> YearMonth.from(row.month())).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, MONTHS_BACK)
                .mapToObj(back -> YearMonth.now(clock).minusMonths(back))
                .filter(month -> !drawn.contains(month))
                .map(month -> new Undrawn(month, draws.hasSeal(month)))
                .toList();
    }

    private String field(String name) {
        return messages.get("services.callback.field." + name);
    }

    private static YearMonth monthOf(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException notOurs) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, notOurs);
        }
    }
}
