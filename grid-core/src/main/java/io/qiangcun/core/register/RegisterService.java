package io.qiangcun.core.register;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.WarningSweep;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes rows: entered once, put right with a reason, ended or declared void, never deleted. */
@Service
@Transactional
public class RegisterService {

    static final String ATTACHMENTS = "core.register-row";

    private static final String MAY_WRITE = "hasAuthority('" + RegisterAuthorities.WRITE + "')";
    private static final int LONGEST_REASON = 500;

    private final RegisterRows rows;
    private final RegisterEditions editions;
    private final Lookups lookups;
    private final RowBatch batch;
    private final AttachmentService attachments;
    private final PlaceTree places;
    private final WarningSweep sweep;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterService(
            RegisterRows rows,
            RegisterEditions editions,
            Lookups lookups,
            RowBatch batch,
            AttachmentService attachments,
            PlaceTree places,
            WarningSweep sweep,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.editions = editions;
        this.lookups = lookups;
        this.batch = batch;
        this.attachments = attachments;
        this.places = places;
        this.sweep = sweep;
        this.events = events;
        this.clock = clock;
    }

    /** The same form sent twice writes one row. */
    @PreAuthorize(MAY_WRITE)
    public RowId enter(Jurisdiction jurisdiction, Actor actor, EnterRow command, List<Upload> uploads) {
        var twin = rows.findById(command.id(), jurisdiction);
        if (twin.isPresent()) {
            return twin.get().getId();
        }
        var place = places.require(command.place(), jurisdiction).code();
        var definition = definition(command.register(), place);
        if (!definition.isWrittenBy(jurisdiction, place)) {
            throw new RowRefused("place", "not-yours");
        }
        requireParent(jurisdiction, definition, command.parent(), place);
        var check = new RowCheck(definition, today());
        var cells = checked(jurisdiction, definition, check, command.typed(), command.chosen(), Cells.EMPTY);
        requireFree(command.id(), place, command.parent(), check, cells);
        var by = by(actor);
        var row = new RegisterRow(command.id(), place, definition, command.parent(), cells, check, by);
        save(row);
        batch.note(row, "ENTERED", "", by);
        batch.relate(row, definition);
        batch.begin(place, definition.code(), today());
        attach(jurisdiction, actor, row, uploads);
        warn(jurisdiction);
        return row.getId();
    }

    /** Puts a row right; what it said before is kept, and so is why. */
    @PreAuthorize(MAY_WRITE)
    public void correct(
            Jurisdiction jurisdiction,
            Actor actor,
            RowId id,
            long version,
            Map<String, String> typed,
            Map<String, String> chosen,
            String reason,
            List<Upload> uploads) {
        var row = find(jurisdiction, id);
        var definition = writable(jurisdiction, row);
        requireVersion(row, version);
        var check = new RowCheck(definition, today());
        var problems = new ArrayList<Problem>();
        if (!isReason(reason)) {
            problems.add(Problem.of("reason", "core.register.refused.reason-missing", LONGEST_REASON));
        }
        var cells = checked(jurisdiction, definition, check, typed, chosen, row.getCells(), problems);
        requireFree(id, row.placeCode(), row.getParent(), check, cells);
        var by = by(actor);
        row.correct(definition, cells, check, reason.strip());
        save(row);
        batch.note(row, "CORRECTED", reason.strip(), by);
        batch.relate(row, definition);
        attach(jurisdiction, actor, row, uploads);
        warn(jurisdiction);
    }

    @PreAuthorize(MAY_WRITE)
    public void end(
            Jurisdiction jurisdiction, Actor actor, RowId id, long version, @Nullable LocalDate on, String reason) {
        var row = find(jurisdiction, id);
        writable(jurisdiction, row);
        requireVersion(row, version);
        if (on == null || on.isAfter(today().plusDays(1))) {
            throw new RowRefused("on", on == null ? "day-missing" : "day-not-yet");
        }
        requireReason(reason);
        row.end(on, reason.strip());
        saveNoted(jurisdiction, row, "ENDED", reason, by(actor));
    }

    @PreAuthorize(MAY_WRITE)
    public void resume(Jurisdiction jurisdiction, Actor actor, RowId id, long version, String reason) {
        var row = find(jurisdiction, id);
        writable(jurisdiction, row);
        requireVersion(row, version);
        requireReason(reason);
        row.resume(reason.strip());
        saveNoted(jurisdiction, row, "RESUMED", reason, by(actor));
    }

    @PreAuthorize(MAY_WRITE)
    public void declareVoid(Jurisdiction jurisdiction, Actor actor, RowId id, long version, String reason) {
        var row = find(jurisdiction, id);
        writable(jurisdiction, row);
        requireVersion(row, version);
        requireReason(reason);
        row.declareVoid(reason.strip());
        saveNoted(jurisdiction, row, "VOIDED", reason, by(actor));
    }

    /** What is masked, for a reason that the trail keeps. */
    @PreAuthorize(MAY_WRITE)
    public Cells reveal(Jurisdiction jurisdiction, RowId id, String reason) {
        var row = find(jurisdiction, id);
        readable(jurisdiction, row);
        requireReason(reason);
        row.reveal(reason.strip());
        rows.saveAndFlush(row);
        return row.getCells();
    }

    /** Writes all rows of a sheet, or none: they were checked one by one before. */
    @PreAuthorize(MAY_WRITE)
    public void enterAll(Jurisdiction jurisdiction, Actor actor, List<PastRow> checked) {
        for (var row : checked) {
            var definition = definition(row.register(), row.place());
            if (!definition.isWrittenBy(jurisdiction, row.place())) {
                throw new RowRefused("place", "not-yours");
            }
        }
        write(jurisdiction, actor, checked);
        warn(jurisdiction);
    }

    /**
     * Takes over rows that were kept elsewhere before. For imports and the demonstration: no page reaches it, so it asks
     * for no authority; the fence of the database still holds. Warnings come with the night.
     */
    public void takeOver(Jurisdiction jurisdiction, Actor actor, List<PastRow> past) {
        write(jurisdiction, actor, past);
    }

    private void write(Jurisdiction jurisdiction, Actor actor, List<PastRow> past) {
        var by = by(actor);
        var definitions = new HashMap<String, RegisterDefinition>();
        var ready = past.stream()
                .map(row -> {
                    if (!jurisdiction.covers(row.place())) {
                        throw new IllegalArgumentException("The row lies outside " + jurisdiction);
                    }
                    var definition = definitions.computeIfAbsent(row.register(), code -> definition(code, row.place()));
                    var check = new RowCheck(definition, today());
                    return new RowBatch.Ready(
                            row,
                            definition,
                            check.currency(row.cells(), LocalDate.ofInstant(by.at(), Days.CHINA)),
                            check.keyOf(row.cells()));
                })
                .toList();
        try {
            batch.insert(ready, by);
        } catch (DuplicateKeyException twice) {
            throw new RowRefused(null, "twice");
        }
        past.stream()
                .map(row -> Map.entry(row.place().county(), row.register()))
                .distinct()
                .forEach(kept -> batch.begin(kept.getKey(), kept.getValue(), today()));
        past.stream()
                .collect(toMap(PastRow::register, row -> 1, Integer::sum))
                .forEach((register, count) ->
                        events.publishEvent(new RowsTakenOver(register, count, jurisdiction.root())));
    }

    private Cells checked(
            Jurisdiction jurisdiction,
            RegisterDefinition definition,
            RowCheck check,
            Map<String, String> typed,
            Map<String, String> chosen,
            Cells before) {
        return checked(jurisdiction, definition, check, typed, chosen, before, new ArrayList<>());
    }

    private Cells checked(
            Jurisdiction jurisdiction,
            RegisterDefinition definition,
            RowCheck check,
            Map<String, String> typed,
            Map<String, String> chosen,
            Cells before,
            List<Problem> problems) {
        var found = lookups.found(jurisdiction, definition, chosen, before, problems);
        var checked = check.check(typed, found, before);
        var known = problems.stream().map(Problem::field).toList();
        checked.problems().stream()
                .filter(problem -> !known.contains(problem.field()))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new RowRefused(problems);
        }
        return checked.cells();
    }

    /** What may occur once is refused at the last of its fields, with the name of the row that has it. */
    private void requireFree(RowId id, PlaceCode place, @Nullable RowId parent, RowCheck check, Cells cells) {
        var key = check.keyOf(cells);
        if (key == null) {
            return;
        }
        batch.holder(id, check.definition().code(), place, parent, key).ifPresent(holder -> {
            var keys = check.keys();
            var wanted = keys.stream().map(cells::shown).collect(joining(" "));
            var field = "cells[" + keys.get(keys.size() - 1).code() + "]";
            if (wanted.equals(holder)) {
                throw new RowRefused(field, "twice");
            }
            throw new RowRefused(field, "twice-of", wanted, holder);
        });
    }

    private void requireParent(
            Jurisdiction jurisdiction, RegisterDefinition definition, @Nullable RowId parent, PlaceCode place) {
        if ((definition.of() == null) != (parent == null)) {
            throw new RowNotFound(String.valueOf(parent));
        }
        if (parent != null) {
            var found = find(jurisdiction, parent);
            if (!found.getRegister().equals(definition.of())
                    || !found.placeCode().equals(place)) {
                throw new RowNotFound(parent);
            }
            if (found.currency().voided()) {
                throw new RowRefused(null, "voided");
            }
        }
    }

    private RegisterDefinition definition(String code, PlaceCode place) {
        return editions.inForce(code, place)
                .map(RegisterEdition::definition)
                .orElseThrow(() -> new RegisterNotFound(code));
    }

    private RegisterDefinition readable(Jurisdiction jurisdiction, RegisterRow row) {
        var definition = definition(row.getRegister(), row.placeCode());
        if (!definition.isReadBy(jurisdiction.level())) {
            throw new RowNotFound(row.getId());
        }
        return definition;
    }

    private RegisterDefinition writable(Jurisdiction jurisdiction, RegisterRow row) {
        var definition = readable(jurisdiction, row);
        if (!definition.isWrittenBy(jurisdiction, row.placeCode())) {
            throw new RowRefused(null, "not-yours");
        }
        return definition;
    }

    private RegisterRow find(Jurisdiction jurisdiction, RowId id) {
        return rows.findById(id, jurisdiction).orElseThrow(() -> new RowNotFound(id));
    }

    private void saveNoted(Jurisdiction jurisdiction, RegisterRow row, String what, String reason, Recorded by) {
        save(row);
        batch.note(row, what, reason.strip(), by);
        warn(jurisdiction);
    }

    /** Two with the same key, or an id that somebody outside the jurisdiction has taken. */
    private void save(RegisterRow row) {
        try {
            rows.saveAndFlush(row);
        } catch (DataIntegrityViolationException twice) {
            throw new RowRefused(null, "twice");
        }
    }

    private void attach(Jurisdiction jurisdiction, Actor actor, RegisterRow row, List<Upload> uploads) {
        if (!uploads.isEmpty()) {
            attachments.attach(
                    jurisdiction,
                    actor,
                    new AttachmentOwner(ATTACHMENTS, row.getId().value(), row.placeCode()),
                    uploads);
        }
    }

    /** What was missing and is there now is cleared at once. */
    private void warn(Jurisdiction jurisdiction) {
        List.of(RegisterEndingRule.CODE, RegisterGapRule.CODE, RegisterFollowUpRule.CODE)
                .forEach(rule -> sweep.sweepNow(rule, jurisdiction, today()));
    }

    private static void requireVersion(RegisterRow row, long version) {
        if (!Objects.equals(row.getVersion(), version)) {
            throw new RowStale(row.getTitle());
        }
    }

    private static void requireReason(String reason) {
        if (!isReason(reason)) {
            throw new RowRefused("reason", "reason-missing", LONGEST_REASON);
        }
    }

    private static boolean isReason(String reason) {
        return !reason.isBlank() && reason.strip().length() <= LONGEST_REASON;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }
}
