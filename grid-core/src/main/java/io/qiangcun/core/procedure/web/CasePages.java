package io.qiangcun.core.procedure.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.ActView;
import io.qiangcun.core.procedure.CaseDetail;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseQueries;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.CaseState;
import io.qiangcun.core.procedure.Step;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.core.procedure.TimeLine;
import io.qiangcun.core.web.Messages;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the pages of a case show. */
@Component("casePages")
public class CasePages {

    private final CaseQueries cases;
    private final Messages messages;

    CasePages(CaseQueries cases, Messages messages) {
        this.cases = cases;
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
        if (!model.containsAttribute("reason")) {
            model.addAttribute("reason", ReasonForm.empty(0, found.head().version()));
        }
        if (!model.containsAttribute("objection")) {
            model.addAttribute("objection", ObjectionForm.empty(found.today()));
        }
        return found;
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
                && found.head().state() != CaseState.ABANDONED
                && CaseService.isMove(jurisdiction, level, found.head().place())
                && found.acts().stream()
                        .filter(later -> later.withdrawn() == null && later.number() > act.number())
                        .noneMatch(later -> later.step().equals(act.step())
                                || found.template().comesBefore(act.step(), later.step()));
    }

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
