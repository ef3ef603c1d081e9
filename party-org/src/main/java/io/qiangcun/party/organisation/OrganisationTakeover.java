package io.qiangcun.party.organisation;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.TermService.Election;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over many organisations at once: each is checked as if it were founded alone, then all are entered, or none. */
@Service
@Transactional
public class OrganisationTakeover {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_ORGANISATIONS + "')";

    private final OrganisationService organisations;
    private final OrganisationQueries queries;
    private final TermService terms;
    private final JdbcClient database;
    private final Clock clock;

    OrganisationTakeover(
            OrganisationService organisations,
            OrganisationQueries queries,
            TermService terms,
            JdbcClient database,
            Clock clock) {
        this.organisations = organisations;
        this.queries = queries;
        this.terms = terms;
        this.database = database;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param line where it stands in the list
     * @param electedOn when its committee was last elected, if known
     */
    public record Entry(
            int line,
            FoundOrganisation organisation,
            @Nullable LocalDate electedOn) {}

    /** What is wrong with which line; nothing if all could be entered. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return new Checking(jurisdiction, entries).problems();
    }

    /** Enters all if nothing is wrong, else says what is. Sent a second time, the same entries change nothing. */
    @PreAuthorize(MAY_WRITE)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        if (entries.isEmpty() || areKnown(jurisdiction, entries)) {
            return Map.of();
        }
        var checking = new Checking(jurisdiction, entries);
        var problems = checking.problems();
        if (problems.isEmpty()) {
            checking.requireParents();
            organisations.foundAll(jurisdiction, actor, parentsFirst(entries));
            terms.electedBefore(jurisdiction, actor, elections(entries));
        }
        return problems;
    }

    private boolean areKnown(Jurisdiction jurisdiction, List<Entry> entries) {
        return database.sql("""
                select exists (select 1 from party_organisation
                where organisation_id = any(:ids) and place_code >= :lo and place_code < :hi)
                """)
                .param(
                        "ids",
                        entries.stream()
                                .map(entry -> entry.organisation().id().value())
                                .toArray(UUID[]::new))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Boolean.class)
                .single();
    }

    private static List<Election> elections(List<Entry> entries) {
        var elections = new ArrayList<Election>();
        entries.forEach(entry -> {
            if (entry.electedOn() != null) {
                elections.add(new Election(
                        entry.organisation().id(), entry.organisation().place(), entry.electedOn()));
            }
        });
        return elections;
    }

    private static List<FoundOrganisation> parentsFirst(List<Entry> entries) {
        var all = byId(entries);
        var placed = new LinkedHashSet<FoundOrganisation>();
        all.values().forEach(organisation -> lineage(organisation, all).forEach(placed::add));
        return List.copyOf(placed);
    }

    /** Those above it among the entries, the topmost first, and itself; nothing if it stands above itself. */
    private static List<FoundOrganisation> lineage(
            FoundOrganisation organisation, Map<OrganisationId, FoundOrganisation> all) {
        var line = new ArrayList<FoundOrganisation>();
        var seen = new HashSet<OrganisationId>();
        for (var at = organisation; at != null; at = at.parent() == null ? null : all.get(at.parent())) {
            if (!seen.add(at.id())) {
                return List.of();
            }
            line.add(0, at);
        }
        return line;
    }

    private static Map<OrganisationId, FoundOrganisation> byId(Collection<Entry> entries) {
        return entries.stream()
                .map(Entry::organisation)
                .collect(toMap(FoundOrganisation::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** The entries beside each other and beside what is there already. */
    private final class Checking {

        private final Jurisdiction jurisdiction;
        private final List<Entry> entries;
        private final Map<OrganisationId, FoundOrganisation> all;
        private final Map<OrganisationId, OrganisationBrief> above = new HashMap<>();
        private final Set<String> names;
        private final LocalDate today = LocalDate.now(clock);

        Checking(Jurisdiction jurisdiction, List<Entry> entries) {
            this.jurisdiction = jurisdiction;
            this.entries = entries;
            this.all = byId(entries);
            queries.possibleParents(jurisdiction).forEach(parent -> above.put(parent.id(), parent));
            this.names = new HashSet<>(database.sql("""
                    select place_code || ' ' || name from party_organisation
                    where place_code >= :lo and place_code < :hi and dissolved_on is null
                    """)
                    .param("lo", jurisdiction.lo())
                    .param("hi", jurisdiction.hi())
                    .query(String.class)
                    .list());
        }

        Map<Integer, List<Problem>> problems() {
            var problems = new LinkedHashMap<Integer, List<Problem>>();
            entries.forEach(entry -> {
                var wrong = wrongWith(entry).stream()
                        .flatMap(violated -> violated.problems().stream())
                        .toList();
                if (!wrong.isEmpty()) {
                    problems.put(entry.line(), wrong);
                }
            });
            return problems;
        }

        private List<RuleViolated> wrongWith(Entry entry) {
            var wrong = new ArrayList<RuleViolated>();
            var organisation = entry.organisation();
            if (!jurisdiction.covers(organisation.place())) {
                throw new IllegalArgumentException("An organisation lies outside " + jurisdiction);
            }
            if (organisation.foundedOn().isAfter(today)) {
                wrong.add(new FoundedInTheFuture(today));
            }
            if (!names.add(organisation.place().value() + " " + organisation.name())) {
                wrong.add(new OrganisationNameTaken(organisation.name()));
            }
            if (organisation.structure().hasGroups() && !organisation.kind().isBranch()) {
                wrong.add(new OnlyBranchesHaveGroups());
            }
            checkParent(organisation, wrong);
            var electedOn = entry.electedOn();
            if (electedOn != null && electedOn.isAfter(today)) {
                wrong.add(new TermRefused("electedOn", "in-the-future"));
            } else if (electedOn != null && electedOn.isBefore(organisation.foundedOn())) {
                wrong.add(new TermRefused("electedOn", "before-founding", organisation.foundedOn()));
            }
            return wrong;
        }

        void requireParents() {
            entries.forEach(entry -> {
                var parent = entry.organisation().parent();
                if (parent != null && !all.containsKey(parent) && !above.containsKey(parent)) {
                    throw new OrganisationNotFound(parent);
                }
            });
        }

        /** One that is neither here nor among the entries was refused before. */
        private void checkParent(FoundOrganisation organisation, List<RuleViolated> wrong) {
            var parent = organisation.parent();
            if (parent == null) {
                return;
            }
            var beside = all.get(parent);
            var known = above.get(parent);
            if (beside != null) {
                requireAbove(beside.kind(), beside.name(), organisation, wrong);
            } else if (known != null) {
                requireAbove(known.kind(), known.name(), organisation, wrong);
            }
        }

        private void requireAbove(
                OrganisationKind kind, String name, FoundOrganisation below, List<RuleViolated> wrong) {
            if (!kind.mayStandAbove(below.kind()) || lineage(below, all).isEmpty()) {
                wrong.add(new ParentTooLow(name));
            }
        }
    }
}
