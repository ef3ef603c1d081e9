package io.qiangcun.core.procedure;

import io.qiangcun.core.attachment.AttachmentView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case with everything about it. */
public record CaseDetail(
        CaseHead head,
        TemplateEdition edition,
        TimeLine timeLine,
        List<ActView> acts,
        Map<UUID, List<AttachmentView>> files,
        Map<String, VoteRule> voteRules,
        List<CaseLink> links,
        LocalDate today) {

    public ProcedureTemplate template() {
        return edition.template();
    }

    /** Until when its result holds; null where it has none, or for ever. */
    public @Nullable LocalDate validUntil() {
        var again = template().again();
        return again == null ? null : again.validUntil(timeLine);
    }

    /** What it may be done once more for. */
    public Set<Again.Reason> againFor() {
        var again = template().again();
        return again == null || links.stream().anyMatch(link -> !link.earlier() && link.state() != CaseState.ABANDONED)
                ? Set.of()
                : again.reasons(head.state(), timeLine, today);
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

    /** The list in a step's field as its latest act has it. */
    public Items items(String step, String field) {
        return template()
                .find(step)
                .flatMap(found -> found.field(field))
                .flatMap(found -> actsOn(step).stream()
                        .filter(act -> act.withdrawn() == null && act.kind() == StepAct.Kind.TAKEN)
                        .reduce((one, later) -> later)
                        .map(act -> Items.of(found, act.evidence())))
                .orElse(Items.NONE);
    }

    /** A row of a list in a few words: what its title says. */
    public String titleOf(String step, String field, int row) {
        return template()
                .find(step)
                .flatMap(found -> found.field(field))
                .flatMap(found -> found.column(EvidenceField.Role.TITLE))
                .map(column -> items(step, field).value(row, column))
                .orElse("");
    }

    /** Whether somebody does what the reader may not know. */
    public boolean isBehindClosedDoors() {
        return head.state() == CaseState.OPEN && timeLine.owed().isEmpty();
    }

    public long stepsDone() {
        return timeLine.steps().stream()
                .filter(line -> line.state().isSettled())
                .count();
    }
}
