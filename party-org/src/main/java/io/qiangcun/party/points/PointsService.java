package io.qiangcun.party.points;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.MemberQueries;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters facts, has somebody else decide about them, corrects by reversal. */
@Service
@Transactional
public class PointsService {

    static final String ATTACHMENTS = "party.points-entry";

    private static final String MAY_ENTER = "hasAuthority('" + PartyAuthorities.ENTER_POINTS + "')";
    private static final String MAY_DECIDE = "hasAuthority('" + PartyAuthorities.DECIDE_POINTS + "')";

    private final PointsEntries entries;
    private final PointsQueries queries;
    private final PointsRules rules;
    private final OrganisationQueries organisations;
    private final MemberQueries members;
    private final PeopleQueries people;
    private final AttachmentService attachments;
    private final List<FactSources> sources;
    private final JdbcClient database;
    private final Clock clock;

    PointsService(
            PointsEntries entries,
            PointsQueries queries,
            PointsRules rules,
            OrganisationQueries organisations,
            MemberQueries members,
            PeopleQueries people,
            AttachmentService attachments,
            ObjectProvider<FactSources> sources,
            JdbcClient database,
            Clock clock) {
        this.entries = entries;
        this.queries = queries;
        this.rules = rules;
        this.organisations = organisations;
        this.members = members;
        this.people = people;
        this.attachments = attachments;
        this.sources = sources.orderedStream().toList();
        this.database = database;
        this.clock = clock;
    }

    /** Enters a fact of a branch of one's own. Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_ENTER)
    public void enter(Jurisdiction jurisdiction, Actor actor, EnterPoints command, List<Upload> uploads) {
        if (entries.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        var branch = organisations
                .ownBy(jurisdiction, actor, command.branch())
                .filter(own -> own.kind().isBranch())
                .orElseThrow(() -> new OrganisationNotFound(command.branch()));
        requireMember(jurisdiction, command);
        var rule = ruleFor(command, branch);
        requireOpenYear(command, branch);
        var source = source(jurisdiction, command);
        if (rule.evidence() && source == null && command.evidence().isBlank() && uploads.isEmpty()) {
            throw new PointsRefused("evidence", "evidence", rule.name());
        }
        lock(command.member());
        requireFirst(command, rule, source);
        requireRoom(command.member(), rule, command.factOn(), null, "rule");
        save(new PointsEntry(command, branch.place(), rule, source, by(actor)));
        if (!uploads.isEmpty()) {
            attachments.attach(
                    jurisdiction,
                    actor,
                    new AttachmentOwner(ATTACHMENTS, command.id().value(), branch.place()),
                    uploads);
        }
    }

    /** Says yes or no to what somebody else entered. */
    @PreAuthorize(MAY_DECIDE)
    public void decide(Jurisdiction jurisdiction, Actor actor, EntryId id, long version, EntryStatus how, String note) {
        var entry = find(jurisdiction, id, version);
        if (how == EntryStatus.ENTERED) {
            throw new PointsRefused("how", "no-decision");
        }
        requireDecider(jurisdiction, actor, id);
        if (how == EntryStatus.REFUSED && note.isBlank()) {
            throw new PointsRefused("note", "no-reason");
        }
        var reverses = entry.getReverses();
        if (how == EntryStatus.APPROVED) {
            lock(entry.getMember());
            if (reverses == null) {
                requireRoom(entry.getMember(), rules.version(entry.getRuleId()), entry.getFactOn(), id, "how");
            } else {
                reverse(jurisdiction, reverses);
            }
        }
        entry.decide(how, note, by(actor));
        save(entry);
    }

    /** Enters that an approved entry was wrong; somebody else decides about that too. */
    @PreAuthorize(MAY_ENTER)
    public void correct(Jurisdiction jurisdiction, Actor actor, EntryId with, EntryId wrong, String reason) {
        if (entries.findById(with, jurisdiction).isPresent()) {
            return;
        }
        var entry = entries.findById(wrong, jurisdiction).orElseThrow(() -> new EntryNotFound(wrong));
        if (organisations.ownBy(jurisdiction, actor, entry.getOrganisation()).isEmpty()) {
            throw new EntryNotFound(wrong);
        }
        save(entry.reversal(with, reason, by(actor)));
    }

    /** An objection was found right: what it is about counts no longer. The objector and who answers are two people. */
    void correct(Jurisdiction jurisdiction, EntryId wrong, String reason, Recorded objector, Recorded answerer) {
        var entry = entries.findById(wrong, jurisdiction).orElseThrow(() -> new EntryNotFound(wrong));
        var reversal = entry.reversal(EntryId.next(), reason, objector);
        reversal.decide(EntryStatus.APPROVED, reason, answerer);
        save(reversal);
        entry.markReversed();
        save(entry);
    }

    private void reverse(Jurisdiction jurisdiction, EntryId wrong) {
        var entry = entries.findById(wrong, jurisdiction).orElseThrow(() -> new EntryNotFound(wrong));
        entry.markReversed();
        save(entry);
    }

    private PointsRule ruleFor(EnterPoints command, OrganisationBrief branch) {
        var rule = rules.inForce(branch.place(), command.factOn()).stream()
                .filter(known -> known.code().equals(command.rule()))
                .findFirst()
                .orElseThrow(() -> new PointsRefused("rule", "not-in-force", command.factOn()));
        if (rule.kind() == RuleKind.BASE) {
            throw new PointsRefused("rule", "base");
        }
        return rule;
    }

    private void requireMember(Jurisdiction jurisdiction, EnterPoints command) {
        if (command.factOn().isAfter(today())) {
            throw new PointsRefused("factOn", "in-the-future");
        }
        var member = queries.member(jurisdiction, command.member())
                .filter(known -> known.organisationId().equals(command.branch().value()))
                .orElseThrow(() -> new PointsRefused("member", "other-branch"));
        if (!member.wasMember(command.factOn())) {
            throw new PointsRefused("factOn", "outside-membership", member.joinedOn());
        }
    }

    /** Nothing is carried over: once a year's last quarter is published, the year is done. */
    private void requireOpenYear(EnterPoints command, OrganisationBrief branch) {
        var closed = database.sql("""
                select exists (select from party_points_publication
                where organisation_id = :branch and quarter_year = :year and quarter = 4)
                """)
                .param("branch", branch.id().value())
                .param("year", command.factOn().getYear())
                .query(Boolean.class)
                .single();
        if (closed) {
            throw new PointsRefused(
                    "factOn", "year-closed", String.valueOf(command.factOn().getYear()));
        }
    }

    private @Nullable FactSource source(Jurisdiction jurisdiction, EnterPoints command) {
        if (command.source().isBlank()) {
            return null;
        }
        var parts = command.source().split(":", 2);
        var source = sources.stream()
                .filter(kind -> parts.length == 2 && kind.kind().equals(parts[0]))
                .flatMap(kind -> kind.find(jurisdiction, command.branch(), uuid(parts[1])).stream())
                .findFirst()
                .orElseThrow(() -> new PointsRefused("source", "no-source"));
        if (!source.day().equals(command.factOn())) {
            throw new PointsRefused("factOn", "source-day", source.day());
        }
        return source;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new PointsRefused("source", "no-source");
        }
    }

    private void requireFirst(EnterPoints command, PointsRule rule, @Nullable FactSource source) {
        var counted = database.sql("""
                select exists (select from party_points_entry
                where member_id = :member and rule_code = :rule and source_key = :key
                  and reverses is null and not reversed and status <> 'REFUSED')
                """)
                .param("member", command.member().value())
                .param("rule", rule.code())
                .param("key", PointsEntry.keyOf(command, source))
                .query(Boolean.class)
                .single();
        if (counted) {
            throw twice();
        }
    }

    private void requireRoom(
            MemberId member, PointsRule rule, LocalDate factOn, @Nullable EntryId except, String field) {
        var already = queries.already(member, rule.code(), factOn.getYear(), except);
        if (!rule.fits(already)) {
            throw new PointsRefused(
                    field, "cap", rule.name(), Objects.requireNonNull(rule.yearlyCap()), already, rule.amount());
        }
    }

    private void requireDecider(Jurisdiction jurisdiction, Actor actor, EntryId id) {
        var row = queries.row(jurisdiction, id).orElseThrow(() -> new EntryNotFound(id));
        row.undecidableBy(jurisdiction, actor).ifPresent(why -> {
            throw new PointsRefused(null, why);
        });
        people.personOf(jurisdiction, actor)
                .flatMap(holder -> members.memberOf(jurisdiction, holder))
                .filter(member -> member.value().equals(row.memberId()))
                .ifPresent(oneself -> {
                    throw new PointsRefused(null, "about-oneself");
                });
    }

    private PointsEntry find(Jurisdiction jurisdiction, EntryId id, long version) {
        var entry = entries.findById(id, jurisdiction).orElseThrow(() -> new EntryNotFound(id));
        if (!Objects.equals(entry.getVersion(), version)) {
            throw new PointsStale();
        }
        return entry;
    }

    /** Two entries at once for one member wait for each other, so that a cap holds. */
    private void lock(MemberId member) {
        database.sql("select 1 from party_member where member_id = :id for update")
                .param("id", member.value())
                .query(Integer.class)
                .list();
    }

    private void save(PointsEntry entry) {
        try {
            entries.saveAndFlush(entry);
        } catch (DataIntegrityViolationException e) {
            var message = String.valueOf(e.getMessage());
            if (message.contains("party_points_entry_once_key")) {
                throw twice();
            }
            if (message.contains("party_points_entry_reversal_key")) {
                throw new PointsRefused("reason", "reversed");
            }
            throw e;
        }
    }

    private static PointsRefused twice() {
        return new PointsRefused("fact", "twice");
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
