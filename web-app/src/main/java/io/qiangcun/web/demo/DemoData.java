package io.qiangcun.web.demo;

import io.qiangcun.core.account.AccountService;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.grid.network.GridTakeover;
import io.qiangcun.grid.network.WorkerTakeover;
import io.qiangcun.party.contact.ContactTakeover;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.party.organisation.TermService;
import io.qiangcun.party.post.PostService;
import io.qiangcun.party.recruiting.QuotaService;
import io.qiangcun.party.recruiting.QuotaService.Wanted;
import io.qiangcun.party.training.TrainingService;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the demo county: all of it or nothing. */
@Service
@Transactional
class DemoData {

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final LocalDate PLACES_FROM = LocalDate.of(1990, 1, 1);

    private static final int QUOTA_OF_ALL = 200;
    private static final int QUOTA_OF_EACH = 15;

    private final JdbcClient database;
    private final PlaceTree tree;
    private final AccountService accounts;
    private final OrganisationService organisations;
    private final PeopleService people;
    private final MemberService members;
    private final PostService posts;
    private final TermService terms;
    private final RegisterService registers;
    private final TrainingService training;
    private final QuotaService quotas;
    private final GridTakeover grids;
    private final WorkerTakeover gridWorkers;
    private final DemoContactList contactList;
    private final DemoChronicle chronicle;
    private final DemoProcedures procedures;
    private final DemoMerits merits;
    private final DemoEvents events;
    private final DemoIncidents incidents;
    private final ContactTakeover contacts;
    private final DemoShops shops;
    private final DemoBroadcasts broadcasts;
    private final DemoBooks books;
    private final DemoContracts contracts;
    private final DemoCooperatives cooperatives;
    private final DemoHelp help;
    private final DemoProjects projects;
    private final DemoPlans plans;
    private final DemoCentres centres;
    private final DemoRequests requests;
    private final DemoCallbacks callbacks;
    private final DemoOpinions opinions;
    private final DemoLooseEnds looseEnds;
    private final PasswordEncoder passwords;
    private final EntityManager entities;
    private final Clock clock;

    DemoData(
            JdbcClient database,
            PlaceTree tree,
            AccountService accounts,
            OrganisationService organisations,
            PeopleService people,
            MemberService members,
            PostService posts,
            TermService terms,
            RegisterService registers,
            TrainingService training,
            QuotaService quotas,
            GridTakeover grids,
            WorkerTakeover gridWorkers,
            DemoContactList contactList,
            DemoChronicle chronicle,
            DemoProcedures procedures,
            DemoMerits merits,
            DemoEvents events,
            DemoIncidents incidents,
            ContactTakeover contacts,
            DemoShops shops,
            DemoBroadcasts broadcasts,
            DemoBooks books,
            DemoContracts contracts,
            DemoCooperatives cooperatives,
            DemoHelp help,
            DemoProjects projects,
            DemoPlans plans,
            DemoCentres centres,
            DemoRequests requests,
            DemoCallbacks callbacks,
            DemoOpinions opinions,
            DemoLooseEnds looseEnds,
            PasswordEncoder passwords,
            EntityManager entities,
            Clock clock) {
        this.database = database;
        this.tree = tree;
        this.accounts = accounts;
        this.organisations = organisations;
        this.people = people;
        this.members = members;
        this.posts = posts;
        this.terms = terms;
        this.registers = registers;
        this.training = training;
        this.quotas = quotas;
        this.grids = grids;
        this.gridWorkers = gridWorkers;
        this.contactList = contactList;
        this.chronicle = chronicle;
        this.procedures = procedures;
        this.merits = merits;
        this.events = events;
        this.incidents = incidents;
        this.contacts = contacts;
        this.shops = shops;
        this.broadcasts = broadcasts;
        this.books = books;
        this.contracts = contracts;
        this.cooperatives = cooperatives;
        this.help = help;
        this.projects = projects;
        this.plans = plans;
        this.centres = centres;
        this.requests = requests;
        this.callbacks = callbacks;
        this.opinions = opinions;
        this.looseEnds = looseEnds;
        this.passwords = passwords;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean isNew() {
        return tree.root().isEmpty();
    }

    @Transactional(readOnly = true)
    boolean isDemo() {
        return database.sql("select exists (select from web_demo)")
                .query(Boolean.class)
                .single();
    }

    void load(int months) {
        takeTime();
        var progress = new DemoProgress();
        var county = DemoCounty.compose();
        plant(county.places());
        var founded = county.organisations();
        organisations.foundAll(
                Jurisdiction.within(DemoCounty.ROOT),
                Actor.system(),
                founded.stream().map(DemoOrganisation::founding).toList());
        accounts.openAll(
                Jurisdiction.within(DemoCounty.ROOT),
                DemoAccounts.of(founded),
                passwords.encode(DemoProperties.PASSWORD));
        progress.done("places and organisations");
        chronicle.write(founded, YearMonth.now(clock).minusMonths(months - 1L).atDay(1));
        progress.done("chronicle");
        var settled = DemoPeople.of(founded, LocalDate.now(clock));
        var net = DemoGrids.of(county.places(), settled, LocalDate.now(clock));
        var households = DemoContacts.of(county.places(), settled, net.codes(), LocalDate.now(clock));
        settle(settled, households);
        progress.done("people");
        keep(DemoRegisters.of(founded, settled.people(), LocalDate.now(clock)));
        support(DemoSupport.of(county.places(), founded, settled.people(), LocalDate.now(clock)));
        progress.done("registers");
        procedures.write(founded, settled);
        progress.done("procedures");
        merits.write(founded, settled.members());
        progress.done("merits");
        spread(net);
        contactList.write(households);
        progress.done("grids and contacts");
        events.write(founded);
        progress.done("events");
        allot(county.places());
        incidents.write(county.places());
        shops.write(founded);
        broadcasts.write(founded);
        progress.done("incidents, shops and loudspeakers");
        books.write(founded, county.places());
        progress.done("books");
        contracts.write(founded, county.places());
        cooperatives.write(founded, county.places());
        progress.done("contracts and cooperatives");
        visit(founded, settled);
        help.write();
        projects.write(founded, county.places());
        plans.write();
        progress.done("help and projects");
        centres.write(county.places(), settled.people());
        requests.write(county.places(), settled.people());
        callbacks.write();
        opinions.write();
        progress.done("centres");
        lookAtTheTables();
        progress.done("statistics");
        chronicle.complete();
        progress.done("reports");
        looseEnds.leave();
        mark(months);
        lookAtTheTables();
        progress.done("statistics once more");
    }

    /** Whoever comes first finds plans for what there is now. */
    private void lookAtTheTables() {
        database.sql("call refresh_statistics()").update();
    }

    /** After the past, which they are no part of: what they are is known of today only. */
    private void settle(DemoPeople demo, DemoContacts households) {
        var county = Jurisdiction.within(DemoCounty.ROOT);
        people.enterHouseholds(county, Actor.system(), households.homes());
        database.sql("call refresh_statistics(array['household'])").update();
        people.registerAll(
                county,
                Actor.system(),
                demo.people().stream()
                        .map(person -> person.in(households.homeOf(person.id())))
                        .toList());
        members.enrolAll(county, Actor.system(), demo.members());
        posts.takenBefore(county, Actor.system(), demo.posts());
        terms.electedBefore(county, Actor.system(), demo.elections());
    }

    private void visit(List<DemoOrganisation> founded, DemoPeople settled) {
        var members = settled.members().stream()
                .map(member -> member.command().person())
                .collect(Collectors.toSet());
        contacts.visitsBefore(Actor.system(), DemoVisits.of(founded, settled.people(), members, LocalDate.now(clock)));
    }

    private void keep(DemoRegisters demo) {
        var county = Jurisdiction.within(DemoCounty.ROOT);
        registers.takeOver(county, Actor.system(), demo.rows());
        training.takeOver(county, Actor.system(), demo.classes(), demo.attendances());
    }

    private void support(DemoSupport demo) {
        registers.takeOver(Jurisdiction.within(DemoCounty.ROOT), Actor.system(), demo.rows());
    }

    private void spread(DemoGrids demo) {
        var county = Jurisdiction.within(DemoCounty.ROOT);
        grids.takeOver(county, Actor.system(), demo.grids());
        gridWorkers.staffBefore(county, Actor.system(), demo.workers());
        accounts.openAll(county, DemoAccounts.ofGrids(demo.codes()), passwords.encode(DemoProperties.PASSWORD));
    }

    private void allot(List<DemoPlace> places) {
        var wanted = places.stream()
                .filter(place -> place.code().kind().digits() <= PlaceKind.TOWNSHIP.digits())
                .map(place -> new Wanted(
                        place.code(), place.code().kind() == PlaceKind.COUNTY ? QUOTA_OF_ALL : QUOTA_OF_EACH, null))
                .toList();
        quotas.setBefore(
                Jurisdiction.within(DemoCounty.ROOT),
                Actor.system(),
                LocalDate.now(clock).getYear(),
                wanted);
    }

    /** Lifts limits that are right for pages. */
    private void takeTime() {
        database.sql("set local statement_timeout = 0").update();
        database.sql("set local idle_in_transaction_session_timeout = 0").update();
    }

    private void plant(List<DemoPlace> places) {
        var jurisdiction = Jurisdiction.within(DemoCounty.ROOT);
        for (var place : places) {
            if (place.code().kind() == PlaceKind.COUNTY) {
                tree.plant(place.code(), place.category(), place.name(), PLACES_FROM);
            } else {
                tree.grow(jurisdiction, place.code(), place.category(), place.name(), PLACES_FROM);
            }
        }
        // what follows is written past the entities
        entities.flush();
        entities.clear();
    }

    private void mark(int months) {
        database.sql("insert into web_demo (loaded_at, years) values (:at, :years)")
                .param("at", OffsetDateTime.now(clock))
                .param("years", (months + MONTHS_OF_A_YEAR - 1) / MONTHS_OF_A_YEAR)
                .update();
    }
}
