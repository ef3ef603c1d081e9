package io.qiangcun.party.standard;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.organisation.PartyRules;
import io.qiangcun.party.standard.Answers.Answer;
import io.qiangcun.party.standard.Edition.Item;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds branches against standards, level by level. */
@Service
@Transactional
public class CheckService {

    static final String ATTACHMENTS = "party.standard-check";

    private static final String MAY_CHECK = "hasAuthority('" + PartyAuthorities.CHECK_STANDARDS + "')";
    private static final String MAY_REVIEW = "hasAuthority('" + PartyAuthorities.REVIEW_STANDARDS + "')";
    private static final String MAY_SET = "hasAuthority('" + PartyAuthorities.SET_STANDARDS + "')";
    private static final int LONGEST = 300;

    private final StandardChecks checks;
    private final CheckQueries queries;
    private final OrganisationQueries organisations;
    private final AttachmentService attachments;
    private final PartyRules numbers;
    private final JdbcClient database;
    private final Clock clock;

    CheckService(
            StandardChecks checks,
            CheckQueries queries,
            OrganisationQueries organisations,
            AttachmentService attachments,
            PartyRules numbers,
            JdbcClient database,
            Clock clock) {
        this.checks = checks;
        this.queries = queries;
        this.organisations = organisations;
        this.attachments = attachments;
        this.numbers = numbers;
        this.database = database;
        this.clock = clock;
    }

    /** The branch's own check. What the records answer is taken from them, whatever was sent. */
    @PreAuthorize(MAY_CHECK)
    public void check(Jurisdiction jurisdiction, Actor actor, EnterCheck command, List<Upload> uploads) {
        if (checks.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        var draft = queries.draft(jurisdiction, actor, command.branch(), command.standard());
        var problems = new ArrayList<Problem>();
        for (var item : draft.byHand()) {
            var given = command.answers().get(item.itemCode());
            if (given == null || given.met() == null) {
                problems.add(StandardRefused.at(field(item, "met"), "unanswered", item.title()));
            } else if (given.note().length() > LONGEST) {
                problems.add(StandardRefused.at(field(item, "note"), "text", LONGEST));
            }
        }
        if (!problems.isEmpty()) {
            throw new StandardRefused(problems);
        }
        var check =
                new StandardCheck(command.id(), draft.branch(), draft.edition(), draft.period(), today(), by(actor));
        try {
            checks.saveAndFlush(check);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains("party_standard_check_once_key")) {
                throw new StandardRefused(
                        null, "twice", draft.edition().title(), draft.period().from());
            }
            throw e;
        }
        draft.edition().filled().forEach(item -> write(command, draft, item));
        if (!uploads.isEmpty()) {
            attachments.attach(
                    jurisdiction,
                    actor,
                    new AttachmentOwner(
                            ATTACHMENTS, command.id().value(), draft.branch().place()),
                    uploads);
        }
    }

    /** Those above agree or disagree, item by item; whoever disagrees says why. */
    @PreAuthorize(MAY_REVIEW)
    public void review(
            Jurisdiction jurisdiction, Actor actor, CheckId id, long version, Map<String, Verdict> verdicts) {
        var check = find(jurisdiction, id, version);
        requireAbove(jurisdiction, check);
        var problems = new ArrayList<Problem>();
        var disagreements = 0;
        for (var answer : queries.answers(jurisdiction, id)) {
            var verdict = verdicts.getOrDefault(answer.itemCode(), Verdict.AGREED);
            if (answer.met() != null && !verdict.agrees()) {
                disagreements++;
                var reason = verdict.reason();
                if (reason.isBlank() || reason.length() > LONGEST) {
                    problems.add(StandardRefused.at(
                            "verdicts[" + answer.itemCode() + "].reason", "no-reason", answer.title()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new StandardRefused(problems);
        }
        check.review(disagreements, by(actor));
        checks.saveAndFlush(check);
        for (var answer : queries.answers(jurisdiction, id)) {
            var verdict = verdicts.getOrDefault(answer.itemCode(), Verdict.AGREED);
            var agrees = answer.met() == null || verdict.agrees();
            database.sql("""
                    update party_standard_answer set agreed = :agreed, disagreement = :reason
                    where check_id = :id and item_code = :item
                    """)
                    .param("agreed", agrees)
                    .param("reason", agrees ? null : verdict.reason().strip(), Types.VARCHAR)
                    .param("id", id.value())
                    .param("item", answer.itemCode())
                    .update();
        }
    }

    /** From now on it counts, and what is not met has to be put right in time. */
    @PreAuthorize(MAY_SET)
    public void confirm(Jurisdiction jurisdiction, Actor actor, CheckId id, long version) {
        var check = find(jurisdiction, id, version);
        requireCounty(jurisdiction);
        check.confirm(today(), by(actor));
        checks.saveAndFlush(check);
        database.sql("update party_standard_answer set fix_by = :day where check_id = :id and not counted")
                .param(
                        "day",
                        today().plusDays(numbers.rule("party.standard-unfixed", today())
                                .wholeNumber()))
                .param("id", id.value())
                .update();
    }

    /** The county wants it looked at again. */
    @PreAuthorize(MAY_SET)
    public void sendBack(Jurisdiction jurisdiction, CheckId id, long version, String reason) {
        var check = find(jurisdiction, id, version);
        requireCounty(jurisdiction);
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new StandardRefused("reason", "no-return-reason", LONGEST);
        }
        check.sendBack(reason);
        checks.saveAndFlush(check);
    }

    /** What was not met is met now. */
    @PreAuthorize(MAY_CHECK)
    public void fix(Jurisdiction jurisdiction, Actor actor, CheckId id, String item, LocalDate on, String note) {
        var check = checks.findById(id, jurisdiction).orElseThrow(() -> new CheckNotFound(id));
        if (organisations.ownBy(jurisdiction, actor, check.getOrganisation()).isEmpty()) {
            throw new CheckNotFound(id);
        }
        if (on.isAfter(today())) {
            throw new StandardRefused("on", "in-the-future");
        }
        if (note.isBlank() || note.length() > LONGEST) {
            throw new StandardRefused("note", "text", LONGEST);
        }
        check.fix(item);
        checks.saveAndFlush(check);
        var fixed = database.sql("""
                update party_standard_answer set fixed_on = :on, fix_note = :note
                where check_id = :id and item_code = :item and not counted and fixed_on is null
                """)
                .param("on", on)
                .param("note", note)
                .param("id", id.value())
                .param("item", item)
                .update();
        if (fixed == 0) {
            throw new CheckStale();
        }
    }

    private void write(EnterCheck command, Draft draft, Item item) {
        var answer = draft.answer(item);
        var given = command.answers().getOrDefault(item.itemCode(), Given.NOTHING);
        database.sql("""
                insert into party_standard_answer (check_id, place_code, item_code, position, section, title, basis_text,
                  by_records, met, note)
                values (:check, :place, :item, :position, :section, :title, :basis, :records, :met, :note)
                """)
                .param("check", command.id().value())
                .param("place", draft.branch().place().value())
                .param("item", item.itemCode())
                .param("position", item.position())
                .param("section", item.section())
                .param("title", item.title())
                .param("basis", item.basisText())
                .param("records", answer.isPresent())
                .param("met", answer.isPresent() ? answer.get().met() : given.met(), Types.BOOLEAN)
                .param("note", answer.isPresent() ? "" : given.note())
                .update();
        answer.ifPresent(known -> writeFacts(command, draft, item, known));
    }

    private void writeFacts(EnterCheck command, Draft draft, Item item, Answer answer) {
        var number = 0;
        for (var fact : answer.facts()) {
            database.sql("""
                    insert into party_standard_fact (check_id, place_code, item_code, number, label, href, good)
                    values (:check, :place, :item, :number, :label, :href, :good)
                    """)
                    .param("check", command.id().value())
                    .param("place", draft.branch().place().value())
                    .param("item", item.itemCode())
                    .param("number", ++number)
                    .param("label", fact.label())
                    .param("href", fact.href())
                    .param("good", fact.good())
                    .update();
        }
    }

    private StandardCheck find(Jurisdiction jurisdiction, CheckId id, long version) {
        var check = checks.findById(id, jurisdiction).orElseThrow(() -> new CheckNotFound(id));
        if (!Objects.equals(check.getVersion(), version)) {
            throw new CheckStale();
        }
        return check;
    }

    private static void requireAbove(Jurisdiction jurisdiction, StandardCheck check) {
        if (jurisdiction.equals(Jurisdiction.within(check.placeCode()))
                && check.placeCode().kind() != PlaceKind.COUNTY) {
            throw new StandardRefused(null, "own-check");
        }
    }

    private static void requireCounty(Jurisdiction jurisdiction) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new StandardRefused(null, "county-only");
        }
    }

    private static String field(Item item, String which) {
        return "answers[" + item.itemCode() + "]." + which;
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * A branch holds itself against a standard.
     *
     * @param answers by the codes of items
     */
    public record EnterCheck(CheckId id, OrganisationId branch, String standard, Map<String, Given> answers) {

        public EnterCheck {
            answers = Map.copyOf(answers);
        }
    }

    /** What somebody says about an item. */
    public record Given(@Nullable Boolean met, String note) {

        static final Given NOTHING = new Given(null, "");
    }

    /** What those above say to it. */
    public record Verdict(boolean agrees, String reason) {

        static final Verdict AGREED = new Verdict(true, "");
    }
}
