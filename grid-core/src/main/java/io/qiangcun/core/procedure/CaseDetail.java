package io.qiangcun.core.procedure;

import io.qiangcun.core.attachment.AttachmentView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A case with everything about it. */
public record CaseDetail(
        CaseHead head,
        TemplateEdition edition,
        TimeLine timeLine,
        List<ActView> acts,
        Map<UUID, List<AttachmentView>> files,
        Map<String, VoteRule> voteRules,
        LocalDate today) {

    public ProcedureTemplate template() {
        return edition.template();
    }

    /** The open steps, the most urgent first. */
    public List<TimeLine.Line> owed() {
        return timeLine.owed();
    }

    /** All acts about a step, withdrawn ones too, in their order. */
    public List<ActView> actsOn(String step) {
        return acts.stream().filter(act -> act.step().equals(step)).toList();
    }

    public Optional<ActView> act(UUID id) {
        return acts.stream().filter(act -> act.id().equals(id)).findFirst();
    }

    public List<AttachmentView> filesOf(ActView act) {
        return files.getOrDefault(act.id(), List.of());
    }

    /** Where a stage stands: done once all its steps are. */
    public boolean isDone(Stage stage) {
        return lines(stage).stream().allMatch(line -> line.state().isSettled());
    }

    public boolean isCurrent(Stage stage) {
        return lines(stage).stream().anyMatch(line -> line.state().isOwed());
    }

    public List<TimeLine.Line> lines(Stage stage) {
        return timeLine.steps().stream()
                .filter(line -> line.step().stage().equals(stage.code()))
                .toList();
    }

    public long stepsDone() {
        return timeLine.steps().stream()
                .filter(line -> line.state().isSettled())
                .count();
    }
}
