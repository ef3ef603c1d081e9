package io.qiangcun.core.procedure.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.ActView;
import io.qiangcun.core.procedure.Again;
import io.qiangcun.core.procedure.CaseDetail;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseQueries;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.CaseState;
import io.qiangcun.core.procedure.EvidenceField;
import io.qiangcun.core.procedure.Items;
import io.qiangcun.core.procedure.PersonFields;
import io.qiangcun.core.procedure.Step;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.core.procedure.TimeLine;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts together what the pages of a case show. */
@Component("casePages")
public class CasePages {

    private static final int BLANK_ROWS = 3;
    private static final int FURTHER_ROWS = 2;

    private final CaseQueries cases;
    private final PersonFields persons;
    private final Messages messages;

    CasePages(CaseQueries cases, PersonFields persons, Messages messages) {
        this.cases = cases;
        this.persons = persons;
        this.messages = messages;
    }

    CaseDetail fill(CaseId id, Jurisdiction jurisdiction, Model model) {
        var found = cases.show(jurisdiction, id);
        model.addAttribute("detail", found);
        model.addAttribute("head", found.head());
        model.addAttribute("template", found.template());
        model.addAttribute("jurisdiction", jurisdiction);
        model.addAttribute(
                "mayAbandon",
                found.head().state() == CaseState.OPEN
                        && CaseService.isMove(
                                jurisdiction,
                                found.template().startedBy(),
                                found.head().place()));
        var againFor = mayStartAgain(found, jurisdiction) ? found.againFor() : Set.<Again.Reason>of();
        model.addAttribute(
                "againFor",
                againFor.stream()
                        .map(reason -> new Option(reason.name(), messages.get("core.procedure.again.reason." + reason)))
                        .toList());
        if (!model.containsAttribute("again")) {
            var only = againFor.size() == 1 ? againFor.iterator().next() : null;
            model.addAttribute("again", AgainForm.empty(only, found.today()));
        }
        if (!model.containsAttribute("reason")) {
            model.addAttribute("reason", ReasonForm.empty(0, found.head().version()));
        }
        if (!model.containsAttribute("objection")) {
            model.addAttribute("objection", ObjectionForm.empty(found.today()));
        }
        return found;
    }

    /** Does what was asked for: back to the case if it could be, or else the case with what was wrong. */
    ModelAndView after(
            BindingResult errors,
            Runnable action,
            String done,
            CaseId id,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash) {
        if (Submission.succeeds(errors, action)) {
            flash.addFlashAttribute("done", done);
            return new ModelAndView("redirect:" + id.href());
        }
        return again(id, jurisdiction, model);
    }

    /** The case once more, with what was wrong about what was sent. */
    ModelAndView again(CaseId id, Jurisdiction jurisdiction, Model model) {
        fill(id, jurisdiction, model);
        model.addAttribute("failed", true);
        return new ModelAndView("core/procedure/case", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static boolean mayStartAgain(CaseDetail found, Jurisdiction jurisdiction) {
        return CaseService.isMove(
                jurisdiction, found.template().startedBy(), found.head().place());
    }

    /** Whether the reader's own place takes the step now. */
    public boolean isMine(CaseDetail found, TimeLine.Line line, Jurisdiction jurisdiction) {
        return found.head().state() == CaseState.OPEN
                && line.state().isOwed()
                && CaseService.isMove(
                        jurisdiction, line.step().level(), found.head().place());
    }

    /** Whether the reader's own place may leave the step out. */
    public boolean mayWaive(CaseDetail found, TimeLine.Line line, Jurisdiction jurisdiction) {
        var level = line.step().waivedBy();
        return level != null
                && found.head().state() == CaseState.OPEN
                && line.state() == StepState.OPEN
                && CaseService.isMove(jurisdiction, level, found.head().place());
    }

    /** Whether what was entered can still be taken back here. */
    public boolean mayWithdraw(CaseDetail found, ActView act, Jurisdiction jurisdiction) {
        var step = found.template().step(act.step());
        var level = act.kind() == io.qiangcun.core.procedure.StepAct.Kind.WAIVED && step.waivedBy() != null
                ? step.waivedBy()
                : step.level();
        return act.withdrawn() == null
                && (step.consequences().isEmpty() || act.isPublic())
                && found.head().state() != CaseState.ABANDONED
                && CaseService.isMove(jurisdiction, level, found.head().place())
                && found.acts().stream()
                        .filter(later -> later.withdrawn() == null && later.number() > act.number())
                        .noneMatch(later -> later.step().equals(act.step())
                                || found.template().comesBefore(act.step(), later.step()));
    }

    /** Whether the reader's own place has to agree to so late an entry. */
    public boolean mayConfirm(ActView act, Jurisdiction jurisdiction) {
        return act.awaitsConfirmation()
                && Jurisdiction.within(Objects.requireNonNull(act.confirmPlace()))
                        .equals(jurisdiction);
    }

    /** The rows of a list to fill in: those of the list it follows, or as many as were typed and some more. */
    public List<ListRow> rows(CaseDetail found, EvidenceField field, Map<String, String> typed) {
        var of = field.of();
        if (of != null) {
            return IntStream.range(0, found.items(of.step(), of.field()).size())
                    .mapToObj(row -> new ListRow(row, found.titleOf(of.step(), of.field(), row)))
                    .toList();
        }
        var filled = typed.keySet().stream()
                .filter(key -> key.startsWith(field.code() + "."))
                .map(key -> key.split("\\."))
                .filter(parts -> parts.length == 3 && parts[1].matches("[0-9]{1,3}"))
                .mapToInt(parts -> Integer.parseInt(parts[1]) + 1)
                .max()
                .orElse(0);
        var least = field.min() == null ? BLANK_ROWS : field.min();
        var most = field.max() == null ? Integer.MAX_VALUE : field.max();
        return IntStream.range(0, Math.min(Math.max(least, filled == 0 ? 0 : filled + FURTHER_ROWS), most))
                .mapToObj(row -> new ListRow(row, ""))
                .toList();
    }

    /** Whom a field may name. */
    public List<Option> persons(CaseDetail found, EvidenceField field) {
        return persons.of(field, found.head().place(), found.today()).stream()
                .map(choice -> new Option(
                        choice.person().toString(),
                        messages.get(
                                "core.procedure.person-choice",
                                choice.name(),
                                choice.bornOn().toString().substring(0, 7))))
                .toList();
    }

    /** The rows a column may name. */
    public List<Option> references(CaseDetail found, EvidenceField column) {
        var refers = Objects.requireNonNull(column.refers());
        return IntStream.range(0, found.items(refers.step(), refers.field()).size())
                .mapToObj(row -> new Option(
                        Integer.toString(row + 1), row + 1 + ". " + found.titleOf(refers.step(), refers.field(), row)))
                .toList();
    }

    /** A list as an act has it. */
    public Items items(EvidenceField field, ActView act) {
        return Items.of(field, act.evidence());
    }

    /** What the row of a list stands for: the row of the list it follows. */
    public String lead(CaseDetail found, EvidenceField field, int row) {
        var of = field.of();
        return of == null ? "" : found.titleOf(of.step(), of.field(), row);
    }

    /** A cell as its reader knows it. */
    public String cell(CaseDetail found, EvidenceField column, String value) {
        if (value.isEmpty()) {
            return "—";
        }
        return switch (column.kind()) {
            case YES_NO -> messages.get("core.procedure." + value);
            case CHOICE ->
                column.choices().stream()
                        .filter(choice -> choice.code().equals(value))
                        .map(EvidenceField.Choice::label)
                        .findFirst()
                        .orElse(value);
            case ITEM -> {
                var refers = Objects.requireNonNull(column.refers());
                yield value + ". " + found.titleOf(refers.step(), refers.field(), Integer.parseInt(value) - 1);
            }
            default -> value;
        };
    }

    /** How many of all sheets that came back said so. */
    public String share(Items sheet, String choice) {
        var row = sheet.rows().get(0);
        var back = Integer.parseInt(row.getOrDefault("back", "0"));
        var many = Integer.parseInt(row.getOrDefault(choice, "0"));
        return back == 0
                ? Integer.toString(many)
                : messages.get("core.procedure.poll.share", many, Math.round(many * 100.0 / back));
    }

    /** The choices of a field as a county edits them: one in each line. */
    public String lines(EvidenceField field) {
        return field.choices().stream()
                .map(choice -> choice.code() + " " + choice.label())
                .collect(Collectors.joining("\n"));
    }

    /** A row to fill in. */
    public record ListRow(int number, String lead) {}

    /** The title of an outcome, or the word for simply done. */
    public String outcome(Step step, String code) {
        if (!step.hasOutcome(code)) {
            return "";
        }
        var title = step.outcome(code).title();
        return title.isEmpty() ? messages.get("core.procedure.outcome.done") : title;
    }

    /** Days and the word for their kind. */
    public String amount(int amount, io.qiangcun.core.procedure.TimeBound.Unit unit) {
        return messages.get("core.procedure.unit." + unit, amount);
    }
}
