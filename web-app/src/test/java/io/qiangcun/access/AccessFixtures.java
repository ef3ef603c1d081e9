package io.qiangcun.access;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.people.EnterHousehold;
import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.StartCase;
import io.qiangcun.core.procedure.TakeStep;
import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.EnterRow;
import io.qiangcun.core.register.PastRow;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowId;
import io.qiangcun.economy.asset.AssetId;
import io.qiangcun.economy.asset.AssetKind;
import io.qiangcun.economy.asset.AssetService;
import io.qiangcun.economy.asset.AssetUse;
import io.qiangcun.economy.asset.InventoryId;
import io.qiangcun.economy.asset.WriteAsset;
import io.qiangcun.economy.bank.BankEntry;
import io.qiangcun.economy.bank.BankStatements;
import io.qiangcun.economy.bonus.BonusTerms;
import io.qiangcun.economy.bonus.Measure;
import io.qiangcun.economy.bonus.SchemeId;
import io.qiangcun.economy.bonus.Schemes;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.book.OpenBook;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.book.Variant;
import io.qiangcun.economy.company.CompanyId;
import io.qiangcun.economy.company.CompanyKind;
import io.qiangcun.economy.company.CompanyService;
import io.qiangcun.economy.company.Split;
import io.qiangcun.economy.company.WriteCompany;
import io.qiangcun.economy.contract.BookRent;
import io.qiangcun.economy.contract.BookingStep;
import io.qiangcun.economy.contract.ContractBookings;
import io.qiangcun.economy.contract.ContractId;
import io.qiangcun.economy.contract.ContractKind;
import io.qiangcun.economy.contract.ContractService;
import io.qiangcun.economy.contract.ObjectKind;
import io.qiangcun.economy.contract.PartyKind;
import io.qiangcun.economy.contract.PayTime;
import io.qiangcun.economy.contract.Terms;
import io.qiangcun.economy.contract.WriteContract;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeMode;
import io.qiangcun.economy.cooperative.CooperativeService;
import io.qiangcun.economy.cooperative.CooperativeService.Partnership;
import io.qiangcun.economy.cooperative.Industry;
import io.qiangcun.economy.cooperative.Sections;
import io.qiangcun.economy.cooperative.TagLevel;
import io.qiangcun.economy.cooperative.WriteCooperative;
import io.qiangcun.economy.distribution.DistributionId;
import io.qiangcun.economy.distribution.Distributions;
import io.qiangcun.economy.distribution.Shares;
import io.qiangcun.economy.dividend.BenefitRule;
import io.qiangcun.economy.dividend.DividendBookings;
import io.qiangcun.economy.dividend.DividendId;
import io.qiangcun.economy.dividend.DividendService;
import io.qiangcun.economy.dividend.DraftDividend;
import io.qiangcun.economy.doubt.Doubts;
import io.qiangcun.economy.doubt.Outcome;
import io.qiangcun.economy.help.AssignHelper;
import io.qiangcun.economy.help.HelpService;
import io.qiangcun.economy.help.HelperId;
import io.qiangcun.economy.help.HelperKind;
import io.qiangcun.economy.help.ListVillage;
import io.qiangcun.economy.membership.Contribution;
import io.qiangcun.economy.membership.ContributionKind;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.Join;
import io.qiangcun.economy.membership.MemberKind;
import io.qiangcun.economy.membership.MembershipService;
import io.qiangcun.economy.membership.QuotaKind;
import io.qiangcun.economy.membership.QuotaWay;
import io.qiangcun.economy.membership.RecordTrade;
import io.qiangcun.economy.membership.Source;
import io.qiangcun.economy.membership.TradeId;
import io.qiangcun.economy.membership.TradeKind;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.notice.NoticeDoor;
import io.qiangcun.economy.notice.NoticeId;
import io.qiangcun.economy.notice.NoticePeriod;
import io.qiangcun.economy.notice.NoticeQueries;
import io.qiangcun.economy.notice.NoticeService;
import io.qiangcun.economy.notice.Question;
import io.qiangcun.economy.plan.PlanId;
import io.qiangcun.economy.plan.PlanService;
import io.qiangcun.economy.plan.WritePlan;
import io.qiangcun.economy.project.FundKind;
import io.qiangcun.economy.project.ProjectId;
import io.qiangcun.economy.project.ProjectService;
import io.qiangcun.economy.project.ProjectService.EnterFund;
import io.qiangcun.economy.project.WriteProject;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.PostedTakeover;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.grid.broadcast.BroadcastFixtures;
import io.qiangcun.grid.gridevent.Channel;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.GridEventService;
import io.qiangcun.grid.gridevent.ReportGridEvent;
import io.qiangcun.grid.incident.Figure;
import io.qiangcun.grid.incident.IncidentFixtures;
import io.qiangcun.grid.network.GridDetails;
import io.qiangcun.grid.network.GridService;
import io.qiangcun.grid.network.GridType;
import io.qiangcun.grid.network.OpenGrid;
import io.qiangcun.grid.network.ProposeWorker;
import io.qiangcun.grid.network.WorkerId;
import io.qiangcun.grid.network.WorkerPost;
import io.qiangcun.grid.network.WorkerSource;
import io.qiangcun.grid.phone.CountWaiting;
import io.qiangcun.grid.phone.WaitingDevices;
import io.qiangcun.grid.shop.ShopFixtures;
import io.qiangcun.party.activity.ActivityContent;
import io.qiangcun.party.activity.ActivityId;
import io.qiangcun.party.activity.ActivityKind;
import io.qiangcun.party.activity.ActivityService;
import io.qiangcun.party.activity.RecordActivity;
import io.qiangcun.party.contact.ContactService;
import io.qiangcun.party.contact.RecordVisit;
import io.qiangcun.party.contact.VisitId;
import io.qiangcun.party.member.EnrolMember;
import io.qiangcun.party.member.EnrolledBefore;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.member.Standing;
import io.qiangcun.party.organisation.FoundOrganisation;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.party.organisation.Structure;
import io.qiangcun.party.organisation.TermService;
import io.qiangcun.party.points.EnterPoints;
import io.qiangcun.party.points.EntryId;
import io.qiangcun.party.points.MemberSlips;
import io.qiangcun.party.points.ObjectionId;
import io.qiangcun.party.points.PointsService;
import io.qiangcun.party.points.PublicationId;
import io.qiangcun.party.points.PublicationService;
import io.qiangcun.party.points.PublicationService.Protest;
import io.qiangcun.party.points.Quarter;
import io.qiangcun.party.post.PostId;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.PostService;
import io.qiangcun.party.post.TakePost;
import io.qiangcun.party.post.Track;
import io.qiangcun.party.rating.RatingService;
import io.qiangcun.party.rating.RoundId;
import io.qiangcun.party.rating.StarTakeover;
import io.qiangcun.party.rating.StarTakeover.EarlierStars;
import io.qiangcun.party.standard.CheckId;
import io.qiangcun.party.standard.CheckQueries;
import io.qiangcun.party.standard.CheckService;
import io.qiangcun.party.standard.CheckService.EnterCheck;
import io.qiangcun.party.standard.CheckService.Given;
import io.qiangcun.party.standard.Edition.Item;
import io.qiangcun.services.catalogue.Offers;
import io.qiangcun.services.catalogue.ServiceItemCode;
import io.qiangcun.services.centre.CentreId;
import io.qiangcun.services.centre.CentreKind;
import io.qiangcun.services.centre.CentreService;
import io.qiangcun.services.centre.WriteCentre;
import io.qiangcun.services.feedback.FeedbackDoor;
import io.qiangcun.services.feedback.FeedbackId;
import io.qiangcun.services.feedback.SendFeedback;
import io.qiangcun.services.request.OpenRequest;
import io.qiangcun.services.request.Purpose;
import io.qiangcun.services.request.RequestChannel;
import io.qiangcun.services.request.RequestDoor;
import io.qiangcun.services.request.RequestId;
import io.qiangcun.services.request.RequestService;
import io.qiangcun.testkit.AccountFixtures;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two counties in which everything has happened once, at every level: what the jobs write follows from it. */
@Component
class AccessFixtures {

    private static final LocalDate FOUNDED = LocalDate.of(2000, 7, 1);

    private final PlaceTree tree;
    private final AccountFixtures accounts;
    private final OrganisationService organisations;
    private final ActivityService activities;
    private final PeopleService people;
    private final CaseService cases;
    private final MemberService members;
    private final PostService posts;
    private final TermService terms;
    private final PointsService points;
    private final PublicationService publications;
    private final MemberSlips slips;
    private final RatingService ratings;
    private final StarTakeover stars;
    private final CheckQueries checks;
    private final CheckService standards;
    private final RegisterService registers;
    private final ContactService contacts;
    private final GridService grids;
    private final GridEventService gridEvents;
    private final WaitingDevices devices;
    private final IncidentFixtures incidents;
    private final ShopFixtures shops;
    private final BroadcastFixtures broadcasts;
    private final BookService books;
    private final VoucherService vouchers;
    private final ContractService contracts;
    private final ContractBookings bookings;
    private final AssetService assets;
    private final CooperativeService cooperatives;
    private final MembershipService memberships;
    private final DividendService dividends;
    private final CompanyService companies;
    private final DividendBookings dividendBookings;
    private final HelpService help;
    private final ProjectService projects;
    private final PlanService plans;
    private final CentreService centres;
    private final Offers offers;
    private final PostedTakeover takeover;
    private final Shares shares;
    private final Distributions distributions;
    private final Doubts doubts;
    private final Schemes schemes;
    private final BankStatements bank;
    private final NoticeService notices;
    private final NoticeQueries noticeQueries;
    private final NoticeDoor door;
    private final RequestDoor requests;
    private final RequestService requestService;
    private final FeedbackDoor feedback;
    private final TestClock clock;
    private final CurrentAccount current;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ObjectProvider<RecurringJob> jobs;

    AccessFixtures(
            PlaceTree tree,
            AccountFixtures accounts,
            OrganisationService organisations,
            ActivityService activities,
            PeopleService people,
            CaseService cases,
            MemberService members,
            PostService posts,
            TermService terms,
            PointsService points,
            PublicationService publications,
            MemberSlips slips,
            RatingService ratings,
            StarTakeover stars,
            CheckQueries checks,
            CheckService standards,
            RegisterService registers,
            ContactService contacts,
            GridService grids,
            GridEventService gridEvents,
            WaitingDevices devices,
            IncidentFixtures incidents,
            ShopFixtures shops,
            BroadcastFixtures broadcasts,
            BookService books,
            VoucherService vouchers,
            ContractService contracts,
            ContractBookings bookings,
            AssetService assets,
            CooperativeService cooperatives,
            MembershipService memberships,
            DividendService dividends,
            CompanyService companies,
            DividendBookings dividendBookings,
            HelpService help,
            ProjectService projects,
            PlanService plans,
            CentreService centres,
            Offers offers,
            PostedTakeover takeover,
            Shares shares,
            Distributions distributions,
            Doubts doubts,
            Schemes schemes,
            BankStatements bank,
            NoticeService notices,
            NoticeQueries noticeQueries,
            NoticeDoor door,
            RequestDoor requests,
            RequestService requestService,
            FeedbackDoor feedback,
            TestClock clock,
            CurrentAccount current,
            JdbcClient database,
            TransactionTemplate transaction,
            ObjectProvider<RecurringJob> jobs) {
        this.tree = tree;
        this.accounts = accounts;
        this.organisations = organisations;
        this.activities = activities;
        this.people = people;
        this.cases = cases;
        this.members = members;
        this.posts = posts;
        this.terms = terms;
        this.points = points;
        this.publications = publications;
        this.slips = slips;
        this.ratings = ratings;
        this.stars = stars;
        this.checks = checks;
        this.standards = standards;
        this.registers = registers;
        this.contacts = contacts;
        this.grids = grids;
        this.gridEvents = gridEvents;
        this.devices = devices;
        this.incidents = incidents;
        this.shops = shops;
        this.broadcasts = broadcasts;
        this.books = books;
        this.vouchers = vouchers;
        this.contracts = contracts;
        this.bookings = bookings;
        this.assets = assets;
        this.cooperatives = cooperatives;
        this.memberships = memberships;
        this.dividends = dividends;
        this.companies = companies;
        this.dividendBookings = dividendBookings;
        this.help = help;
        this.projects = projects;
        this.plans = plans;
        this.centres = centres;
        this.offers = offers;
        this.takeover = takeover;
        this.shares = shares;
        this.distributions = distributions;
        this.doubts = doubts;
        this.schemes = schemes;
        this.bank = bank;
        this.notices = notices;
        this.noticeQueries = noticeQueries;
        this.door = door;
        this.requests = requests;
        this.requestService = requestService;
        this.feedback = feedback;
        this.clock = clock;
        this.current = current;
        this.database = database;
        this.transaction = transaction;
        this.jobs = jobs;
    }

    /** The county the accounts of the tests belong to, and another. */
    List<PlaceFixtures> twoCounties() {
        var counties = List.of(PlaceFixtures.plantedIn(tree), PlaceFixtures.plantedIn(tree));
        counties.forEach(this::fill);
        counties.forEach(this::command);
        counties.forEach(this::reward);
        counties.forEach(this::ask);
        counties.forEach(this::callBack);
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            jobs.orderedStream().forEach(job -> job.work().accept(Jurisdiction.everywhere()));
        }
        return counties;
    }

    /** One that is on, with reports, a roll-call and a bulletin, and one that is over. */
    private void command(PlaceFixtures county) {
        var over = incidents.begun(county.township(), "SNOW");
        incidents.ended(county.township(), over);
        var flood = incidents.begun(county.county(), "FLOOD");
        incidents.called(county.county(), flood);
        incidents.called(county.township(), flood);
        List.of(county.east(), county.west()).forEach(village -> {
            incidents.reported(village, flood, clock.instant(), Map.of(Figure.EVACUATED, 3));
            incidents.reported(village, flood, clock.instant(), Map.of(Figure.EVACUATED, 5));
        });
        incidents.compiled(county.county(), flood);
        incidents.compiled(county.township(), flood);
    }

    /** A county's campaign of checks, which asks everybody whose standard is worded. */
    private void ask(PlaceFixtures county) {
        try (var here = SignedIn.here(database, county.county(), null)) {
            database.sql("""
                            insert into services_check_campaign (campaign_id, within, title, edition_id, from_on, until_on, ended_reason,
                              recorded_at, recorded_by, recorded_by_person)
                            select gen_random_uuid(), :county, 'Autumn', edition_id, :today, :today, '', now(), 'county', 'county'
                            from register_edition where code = 'services.centre-check' and within is null
                            """)
                    .param("county", county.county().value())
                    .param("today", TestClock.TODAY)
                    .update();
        }
    }

    /** What income pays, decided by somebody else. */
    private void reward(PlaceFixtures county) {
        try (var here = SignedIn.here(database, county.county(), null)) {
            var colleague = new Actor(null, "colleague", "Colleague", "Colleague", RoleName.COUNTY, null);
            var id = new SchemeId(UUID.randomUUID());
            var steps = List.of(new BonusTerms.Step(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO));
            schemes.draft(
                    current.jurisdiction(),
                    colleague,
                    new Schemes.Draft(
                            id,
                            2025,
                            "Scheme",
                            "Document",
                            new BonusTerms(Measure.INCOME, BigDecimal.ZERO, null, null, steps)));
            schemes.decide(current.jurisdiction(), current.actor(), id, TestClock.TODAY, "Minutes");
        }
    }

    private void fill(PlaceFixtures county) {
        List.of(county.township(), county.east(), county.west()).forEach(place -> {
            accounts.openedAt(place, place.kind() == PlaceKind.TOWNSHIP ? RoleName.TOWNSHIP : RoleName.VILLAGE);
            var organisation = found(place);
            record(place, organisation, true);
            record(place, organisation, false);
            begin(place, PeopleFixtures.personIn(people, place, "Applicant"));
            var person = PeopleFixtures.personIn(people, place, "Somebody");
            var member = enrol(place, organisation, person);
            givePoints(place, organisation, member);
            register(place, person);
            if (place.kind() == PlaceKind.VILLAGE) {
                divide(place, person);
                need(place);
                lookAfter(place, person);
                trade(place);
                keepBooks(place);
                lead(place);
                support(place);
                build(place);
                broadcasts.tokenOf(place, broadcasts.speakerAt(place, "Mast"));
                broadcasts.queued(place, "Flood", true);
                broadcasts.written(place, "Market", false);
                reportEvents(place.child("001"));
            }
            if (place.kind() == PlaceKind.TOWNSHIP) {
                lead(place);
                ownTogether(place, List.of(county.east(), county.west()));
            }
            reportEvents(place);
            serve(place);
        });
    }

    /** A centre with somebody in it that others came to see and that is an example. */
    private void serve(PlaceCode place) {
        var id = CentreId.next();
        try (var here = SignedIn.here(database, place, null)) {
            var jurisdiction = current.jurisdiction();
            var actor = current.actor();
            centres.write(
                    jurisdiction,
                    actor,
                    new WriteCentre(
                            id,
                            place,
                            CentreKind.CENTRE,
                            "Centre",
                            "Gate",
                            "",
                            "",
                            null,
                            null,
                            "",
                            List.of(),
                            FOUNDED));
            centres.join(
                    jurisdiction, actor, id, new CentreService.Join(UUID.randomUUID(), "Clerk", "Desk", "", FOUNDED));
            offers.say(jurisdiction, actor, id, new ServiceItemCode("01-P-001"), false, "Next door");
            centres.visited(
                    jurisdiction,
                    actor,
                    id,
                    new CentreService.RecordVisit(UUID.randomUUID(), FOUNDED, "Neighbours", 3, ""));
        }
        try (var here = SignedIn.here(database, place.county(), null)) {
            centres.tag(current.jurisdiction(), current.actor(), id, UUID.randomUUID(), FOUNDED, "Document");
        }
    }

    /** A grid with a micro-grid, and somebody proposed to lead it. */
    private void divide(PlaceCode village, PersonId person) {
        var township = village.parent().orElseThrow();
        try (var here = SignedIn.here(database, township, null)) {
            var grid = grids.open(current.jurisdiction(), opening(village));
            grids.open(current.jurisdiction(), opening(grid));
            grids.propose(
                    current.jurisdiction(),
                    current.actor(),
                    new ProposeWorker(
                            WorkerId.next(),
                            grid,
                            person,
                            WorkerPost.LEADER,
                            WorkerSource.COMMITTEE,
                            FOUNDED.plusYears(20)));
            accounts.openedAt(grid, RoleName.GRID);
        }
        try (var here = SignedIn.here(database, village.child("001"), null)) {
            devices.count(
                    current.jurisdiction(),
                    current.actor(),
                    new CountWaiting(UUID.randomUUID(), 2, Duration.ofHours(3)));
        }
    }

    /** A household that somebody looks after, one whose contact ended, and a visit to both. */
    private void lookAfter(PlaceCode village, PersonId person) {
        var kept = HouseholdId.next();
        var left = HouseholdId.next();
        try (var here = SignedIn.here(database, village, null)) {
            var jurisdiction = current.jurisdiction();
            var actor = current.actor();
            people.enterHouseholds(
                    jurisdiction,
                    actor,
                    List.of(
                            new EnterHousehold(kept, village, "1", "By the gate", village.child("001")),
                            new EnterHousehold(left, village, "2", "", null)));
            contacts.assign(jurisdiction, actor, village, person, List.of(kept, left), TestClock.TODAY.minusDays(9));
            contacts.end(jurisdiction, actor, village, person, List.of(left), TestClock.TODAY, "Moved");
            contacts.showPhone(jurisdiction, actor, village, person, true);
            contacts.visit(
                    jurisdiction,
                    actor,
                    new RecordVisit(
                            VisitId.next(),
                            village,
                            TestClock.TODAY,
                            person,
                            "ecology",
                            List.of(kept, left),
                            null,
                            "",
                            "A lamp by the gate"));
        }
    }

    /** Points that were used, objected to, and that still wait; goods that were taken. */
    private void trade(PlaceCode village) {
        var home = shops.homeIn(village, "3");
        var used = shops.usable(village, home, "greening", "sewage");
        var good = shops.goods(village, "Soap", 5, 3);
        shops.redeemed(village, home, good, 1);
        shops.objected(village, used);
        shops.entered(village, home, "toilets", TestClock.TODAY);
        shops.approved(village, home, "refuse");
    }

    /** A book with a draft, a voucher that waits and one that counts. */
    private void keepBooks(PlaceCode village) {
        var book = BookId.next();
        var township = village.parent().orElseThrow();
        var posted = income(book);
        try (var here = SignedIn.here(database, township, null)) {
            books.open(
                    current.jurisdiction(),
                    current.actor(),
                    new OpenBook(book, village, "Book", "VILLAGE_2023", YearMonth.of(2026, 1), Variant.A));
        }
        try (var here = SignedIn.here(database, village, null)) {
            vouchers.draft(current.jurisdiction(), current.actor(), income(book));
            for (var voucher : List.of(income(book), posted)) {
                vouchers.draft(current.jurisdiction(), current.actor(), voucher);
                vouchers.submit(current.jurisdiction(), voucher.id(), 0);
            }
        }
        try (var here = SignedIn.here(database, township, null)) {
            vouchers.review(current.jurisdiction(), current.actor(), posted.id(), 1);
            vouchers.post(current.jurisdiction(), current.actor(), posted.id(), 2);
        }
        agree(village, book);
        own(village, book);
        publish(village, book);
        distribute(village);
    }

    /** What former years left is decided on, booked, and about to be paid. */
    private void distribute(PlaceCode village) {
        var year = TestClock.TODAY.getYear() - 1;
        var book = BookId.next();
        Actor maker;
        try (var here = SignedIn.here(database, village, null)) {
            maker = current.actor();
        }
        try (var here = SignedIn.here(database, village.parent().orElseThrow(), null)) {
            books.open(
                    current.jurisdiction(),
                    current.actor(),
                    new OpenBook(book, village, "Shared", "VILLAGE_2023", YearMonth.of(year, 1), Variant.A));
            books.openYear(current.jurisdiction(), current.actor(), book);
            takeover.postedBefore(
                    current.jurisdiction(),
                    List.of(new PostedTakeover.Posted(
                            brought(book, LocalDate.of(year, 1, 1)), maker, current.actor())));
            wondered(book, maker);
            bank.take(
                    current.jurisdiction(),
                    current.actor(),
                    book,
                    new AccountCode("102"),
                    List.of(
                            said(TestClock.TODAY.minusDays(9), "1", "1"),
                            said(TestClock.TODAY.minusDays(3), "20000", "20001")));
        }
        var id = new DistributionId(UUID.randomUUID());
        try (var here = SignedIn.here(database, village, null)) {
            var jurisdiction = current.jurisdiction();
            var actor = current.actor();
            shares.set(
                    jurisdiction,
                    actor,
                    book,
                    new Shares.Set("Household 1", BigDecimal.TEN, LocalDate.of(year, 1, 1)),
                    "");
            distributions.propose(
                    jurisdiction,
                    actor,
                    new Distributions.Propose(
                            id,
                            book,
                            year,
                            Money.ZERO,
                            BigDecimal.ZERO,
                            Money.of("500"),
                            Money.ZERO,
                            "",
                            TestClock.TODAY.minusDays(20),
                            ""));
            distributions.decide(
                    jurisdiction,
                    id,
                    new Distributions.Decide(TestClock.TODAY, Distributions.BODIES.get(0), 30, 30, 30, "Minutes"));
            distributions.book(
                    jurisdiction, actor, id, 1, new Distributions.Words("Covered", "Shared", "Cleared", "Paid"));
            distributions.pay(
                    jurisdiction,
                    actor,
                    id,
                    new Distributions.Pay(VoucherId.next(), Set.of(1), TestClock.TODAY, new AccountCode("102"), 1),
                    "Paid");
        }
    }

    /** Money that came and went, and was looked into. */
    private void wondered(BookId book, Actor maker) {
        var came = moved(book, TestClock.TODAY.minusDays(9), "102", "501");
        var went = moved(book, TestClock.TODAY.minusDays(3), "511", "102");
        takeover.postedBefore(
                current.jurisdiction(),
                List.of(
                        new PostedTakeover.Posted(came, maker, current.actor()),
                        new PostedTakeover.Posted(went, maker, current.actor())));
        doubts.open(current.jurisdiction()).stream()
                .filter(doubt -> came.id().value().equals(doubt.voucherId()))
                .forEach(doubt -> doubts.answer(
                        current.jurisdiction(), current.actor(), doubt.id(), Outcome.EXPLAINED, "Two matters"));
    }

    private static BankEntry said(LocalDate dated, String amount, String balance) {
        return new BankEntry(dated, Money.of(amount), Money.of(balance), "", "", "");
    }

    private static DraftVoucher moved(BookId book, LocalDate on, String debited, String credited) {
        return new DraftVoucher(
                VoucherId.next(),
                book,
                on,
                VoucherKind.NORMAL,
                "Moved",
                1,
                null,
                List.of(
                        new DraftVoucher.Line(new AccountCode(debited), null, Side.DEBIT, Money.of("20000"), ""),
                        new DraftVoucher.Line(new AccountCode(credited), null, Side.CREDIT, Money.of("20000"), "")));
    }

    private static DraftVoucher brought(BookId book, LocalDate on) {
        return new DraftVoucher(
                VoucherId.next(),
                book,
                on,
                VoucherKind.OPENING,
                "Opening",
                0,
                null,
                List.of(
                        new DraftVoucher.Line(new AccountCode("102"), null, Side.DEBIT, Money.of("900"), ""),
                        new DraftVoucher.Line(new AccountCode("32202"), null, Side.CREDIT, Money.of("900"), "")));
    }

    /** What somebody without an account asked for, and what he said about the work. */
    private void need(PlaceCode village) {
        feedback.send(new SendFeedback(
                new FeedbackId(UUID.randomUUID()),
                village.county(),
                "BURDEN",
                "/services/ask",
                "The same table is asked for twice",
                PhoneNumber.typed("13812345678"),
                null));
        need(village, Purpose.PROBLEM, "The lamp by the bridge is broken");
        var question = need(village, Purpose.QUESTION, "When is the market?");
        var answer = answered(village.county());
        try (var here = SignedIn.here(database, village, null)) {
            requestService.claim(current.jurisdiction(), current.actor(), question);
            requestService.answer(current.jurisdiction(), current.actor(), question, 1, "On Friday", answer.value());
        }
    }

    /** What the county answers whoever asks it. */
    private RowId answered(PlaceCode county) {
        var id = RowId.next();
        try (var here = SignedIn.here(database, county, null)) {
            registers.enter(
                    current.jurisdiction(),
                    current.actor(),
                    new EnterRow(
                            id,
                            "services.answer",
                            county,
                            null,
                            Map.of(
                                    "question", "When is the market? " + id,
                                    "answer", "On Friday",
                                    "source", "Notice",
                                    "validFrom", "2026-01-01"),
                            Map.of()),
                    List.of());
        }
        return id;
    }

    private RequestId need(PlaceCode village, Purpose purpose, String matter) {
        var id = new RequestId(UUID.randomUUID());
        requests.ask(
                new OpenRequest(
                        id,
                        village,
                        purpose,
                        RequestChannel.WEB,
                        null,
                        matter,
                        false,
                        "Somebody",
                        PhoneNumber.typed("13812345678"),
                        null,
                        null,
                        false),
                List.of(),
                false);
        return id;
    }

    /** What was closed is drawn: one call waits, and one has found something. */
    private void callBack(PlaceFixtures county) {
        try (var here = SignedIn.here(database, county.county(), null)) {
            transaction.executeWithoutResult(status -> drawn(county));
        }
    }

    private void drawn(PlaceFixtures county) {
        database.sql("""
                            insert into services_callback_draw (draw_id, within, month, seed, seal_seq, percent, least, closed_ids, closed,
                              drawn, drawn_at, drawn_post, drawn_person)
                            values (gen_random_uuid(), :county, date '2026-09-01', repeat('0', 64), 1, 10, 5, '', 2, 2, now(), 'county', 'county')
                            """).param("county", county.county().value()).update();
        database.sql("""
                            insert into services_callback (callback_id, place_code, draw_id, position, key, request_id, request_place,
                              handled_place, receipt, title, outcome, result, closed_at, caller_place, caller_post, caller_person,
                              ended_at, ended_as, found_at, found_place)
                            select gen_random_uuid(), left(r.place_code, 9), d.draw_id, row_number() over (order by r.place_code),
                              repeat('0', 64), r.request_id, r.place_code, r.place_code, r.receipt, 'Market', r.outcome, r.result,
                              r.closed_at, e.place, e.post, e.post, e.at, case when e.at is not null then 'REACHED' end, e.at, e.place
                            from services_request r join services_callback_draw d on d.within = :county
                              left join lateral (select left(r.place_code, 9) as place, 'colleague' as post, now() as at
                                where r.place_code = :east) e on true
                            where r.outcome = 'ANSWERED' and r.place_code >= :county and r.place_code < :county || ':'
                            """)
                .param("county", county.county().value())
                .param("east", county.east().value())
                .update();
    }

    /** A notice that somebody asked about. */
    private void publish(PlaceCode village, BookId book) {
        var january = YearMonth.of(2026, 1);
        var id = new NoticeId(UUID.randomUUID());
        try (var here = SignedIn.here(database, village.parent().orElseThrow(), null)) {
            takeover.closedBefore(Jurisdiction.within(village), current.actor(), january.plusMonths(1));
        }
        String code;
        try (var here = SignedIn.here(database, village, null)) {
            notices.publish(
                    current.jurisdiction(),
                    current.actor(),
                    new NoticeService.Publish(
                            id, book, NoticePeriod.month(january), "Board", january.atEndOfMonth(), ""));
            code = noticeQueries.find(current.jurisdiction(), id).orElseThrow().publicCode();
        }
        door.ask(code, UUID.randomUUID(), Question.Kind.QUESTION, "How much?", "");
    }

    /** A contract that is a draft, and one that is in force and was paid for once. */
    private void agree(PlaceCode village, BookId book) {
        var bound = lease(book, "1");
        try (var here = SignedIn.here(database, village, null)) {
            contracts.write(current.jurisdiction(), current.actor(), lease(book, "2"));
            contracts.write(current.jurisdiction(), current.actor(), bound);
            contracts.putInForce(current.jurisdiction(), bound.id(), 0);
            bookings.book(
                    current.jurisdiction(),
                    current.actor(),
                    bound.id(),
                    1,
                    new BookRent(VoucherId.next(), BookingStep.RECEIVED, 1, TestClock.TODAY, null, null, 1, "Rent"));
        }
    }

    /** A card that is charged, and an inventory of it. */
    private void own(PlaceCode village, BookId book) {
        try (var here = SignedIn.here(database, village, null)) {
            assets.write(
                    current.jurisdiction(),
                    current.actor(),
                    new WriteAsset(
                            AssetId.next(),
                            book,
                            "1",
                            "Barn",
                            AssetKind.BUILDING,
                            "By the gate",
                            null,
                            null,
                            "",
                            Money.of("2400"),
                            TestClock.TODAY.minusYears(1),
                            TestClock.TODAY.minusYears(1),
                            24,
                            BigDecimal.ZERO,
                            Money.ZERO,
                            null,
                            AssetUse.BUSINESS,
                            io.qiangcun.economy.asset.Standing.IDLE));
            assets.charge(
                    current.jurisdiction(),
                    current.actor(),
                    book,
                    YearMonth.from(TestClock.TODAY).minusMonths(1),
                    VoucherId.next(),
                    "Charge");
            assets.begin(current.jurisdiction(), current.actor(), InventoryId.next(), book, TestClock.TODAY);
        }
    }

    /** A cooperative with a partner, or a federation; the township makes it an example. */
    private void lead(PlaceCode place) {
        var id = CooperativeId.next();
        var book = place.kind() == PlaceKind.VILLAGE ? cooperativeBook(place) : null;
        try (var here = SignedIn.here(database, place, null)) {
            cooperatives.write(
                    current.jurisdiction(),
                    current.actor(),
                    new WriteCooperative(
                            id,
                            place,
                            "Sheep",
                            null,
                            "Branch",
                            Industry.LIVESTOCK,
                            FOUNDED,
                            null,
                            CooperativeMode.ENTERPRISE,
                            book,
                            new Sections("With households", "", "", "")));
            cooperatives.agree(
                    current.jurisdiction(),
                    current.actor(),
                    id,
                    new Partnership(
                            UUID.randomUUID(), "Mill", null, "Order", FOUNDED, null, BigDecimal.TEN, "All to members"));
            join(id);
            distribute(id, book);
        }
        try (var here = SignedIn.here(
                database, place.kind() == PlaceKind.VILLAGE ? place.parent().orElseThrow() : place, null)) {
            cooperatives.tag(
                    current.jurisdiction(), current.actor(), id, UUID.randomUUID(), TagLevel.COUNTY, "Office", FOUNDED);
        }
    }

    private BookId cooperativeBook(PlaceCode village) {
        var book = BookId.next();
        try (var here = SignedIn.here(database, village.parent().orElseThrow(), null)) {
            books.open(
                    current.jurisdiction(),
                    current.actor(),
                    new OpenBook(book, village, "Sheep", "COOPERATIVE_2021", YearMonth.of(2026, 1), Variant.A));
        }
        return book;
    }

    /** A company of the villages with a profit that each is owed its part of. */
    private void ownTogether(PlaceCode township, List<PlaceCode> villages) {
        var id = CompanyId.next();
        try (var here = SignedIn.here(database, township, null)) {
            companies.write(
                    current.jurisdiction(),
                    current.actor(),
                    new WriteCompany(id, township, CompanyKind.COMPANY, "Joint", null, FOUNDED, "Park", Split.EQUAL));
            for (var at = 0; at < villages.size(); at++) {
                companies.admit(
                        current.jurisdiction(),
                        current.actor(),
                        id,
                        at,
                        villages.get(at),
                        Money.of("100"),
                        BigDecimal.ONE,
                        FOUNDED);
            }
            companies.share(
                    current.jurisdiction(),
                    current.actor(),
                    id,
                    villages.size(),
                    UUID.randomUUID(),
                    TestClock.TODAY.getYear(),
                    Money.of("10.01"),
                    "Meeting",
                    TestClock.TODAY);
        }
    }

    /** A member with what is put to his name and what he sold. */
    private void join(CooperativeId cooperative) {
        var member = CoopMemberId.next();
        memberships.join(
                current.jurisdiction(),
                current.actor(),
                new Join(
                        member,
                        cooperative,
                        MemberKind.OUTSIDE,
                        "",
                        "Somebody",
                        FOUNDED,
                        new Contribution(
                                ContributionKind.MONEY,
                                Source.OWN,
                                "",
                                BigDecimal.ZERO,
                                Money.of("100"),
                                BigDecimal.ONE)));
        memberships.quantify(
                current.jurisdiction(),
                current.actor(),
                UUID.randomUUID(),
                cooperative,
                TestClock.TODAY.getYear(),
                QuotaKind.RESERVE,
                QuotaWay.EQUAL,
                Money.of("10"),
                "Articles");
        memberships.trade(
                current.jurisdiction(),
                current.actor(),
                new RecordTrade(
                        TradeId.next(),
                        cooperative,
                        member,
                        "",
                        TradeKind.SALE,
                        "Wool",
                        BigDecimal.ONE,
                        "kg",
                        Money.of("20"),
                        TestClock.TODAY));
    }

    /** A project that is being built, with a milestone and money that passed the book by. */
    private void build(PlaceCode village) {
        var id = ProjectId.next();
        try (var here = SignedIn.here(database, village.parent().orElseThrow(), null)) {
            projects.write(
                    current.jurisdiction(),
                    current.actor(),
                    new WriteProject(
                            id,
                            village,
                            "1",
                            "Sheds",
                            "",
                            WriteProject.Chains.NONE,
                            FOUNDED,
                            "",
                            FOUNDED,
                            FOUNDED.plusYears(20),
                            null,
                            Map.of("CENTRAL", Money.of("100"))));
            projects.start(current.jurisdiction(), id, 0, FOUNDED.plusDays(1));
            projects.plan(
                    current.jurisdiction(), current.actor(), id, UUID.randomUUID(), "Walls", FOUNDED.plusYears(19));
            projects.enter(
                    current.jurisdiction(),
                    current.actor(),
                    id,
                    new EnterFund(
                            UUID.randomUUID(),
                            "CENTRAL",
                            FundKind.GRANTED,
                            Money.of("10"),
                            FOUNDED.plusDays(9),
                            "Paid"));
        }
        plan(village, id);
    }

    /** What a village means to earn, with its project. */
    private void plan(PlaceCode village, ProjectId project) {
        try (var here = SignedIn.here(database, village, null)) {
            plans.write(
                    current.jurisdiction(),
                    current.actor(),
                    new WritePlan(
                            PlanId.next(),
                            village,
                            3,
                            "Sell grain",
                            project,
                            "",
                            TestClock.TODAY,
                            "",
                            new TreeMap<>(Map.of(TestClock.TODAY.getYear(), Money.of("100")))));
        }
    }

    /** A distribution that was decided, booked where there is a book, and the draft of another. */
    private void distribute(CooperativeId cooperative, @Nullable BookId book) {
        var decided = DividendId.next();
        var before = TestClock.TODAY.getYear() - 1;
        dividends.draft(current.jurisdiction(), current.actor(), draft(decided, cooperative, before), null);
        dividends.display(current.jurisdiction(), decided, 0, TestClock.TODAY.minusDays(30));
        dividends.decide(current.jurisdiction(), current.actor(), decided, 1, TestClock.TODAY, 1, 1, 1, "Minutes");
        if (book != null) {
            dividendBookings.book(
                    current.jurisdiction(),
                    current.actor(),
                    decided,
                    1,
                    new DividendBookings.Words("Shared", "Cleared", "Collective", "Managers"));
        }
        dividends.draft(
                current.jurisdiction(), current.actor(), draft(DividendId.next(), cooperative, before - 1), null);
    }

    private static DraftDividend draft(DividendId id, CooperativeId cooperative, int year) {
        return new DraftDividend(
                id,
                cooperative,
                year,
                Money.of("100"),
                BigDecimal.TEN,
                "Statement",
                BenefitRule.byLaw(BigDecimal.ZERO));
    }

    /** A weak village with somebody who helps it. */
    private void support(PlaceCode village) {
        try (var here =
                SignedIn.here(database, village.parent().orElseThrow().parent().orElseThrow(), null)) {
            help.list(
                    current.jurisdiction(),
                    current.actor(),
                    new ListVillage(UUID.randomUUID(), village, TestClock.TODAY.minusDays(9), "Earns little", ""));
            help.assign(
                    current.jurisdiction(),
                    current.actor(),
                    new AssignHelper(
                            HelperId.next(),
                            village,
                            HelperKind.ENTERPRISE,
                            true,
                            "Mill",
                            "",
                            null,
                            "",
                            TestClock.TODAY.minusDays(9)));
        }
    }

    private static WriteContract lease(BookId book, String number) {
        return new WriteContract(
                ContractId.next(),
                book,
                number,
                "Lease",
                ContractKind.LEASE,
                PartyKind.OUTSIDE,
                "Miller",
                ObjectKind.BUILDING,
                "Mill",
                null,
                FOUNDED,
                Money.of("10"),
                null,
                null,
                null,
                "",
                new Terms(
                        TestClock.TODAY,
                        TestClock.TODAY.plusYears(2),
                        Money.of("100"),
                        12,
                        PayTime.AHEAD,
                        BigDecimal.ZERO,
                        1));
    }

    private static DraftVoucher income(BookId book) {
        return new DraftVoucher(
                VoucherId.next(),
                book,
                TestClock.TODAY,
                VoucherKind.NORMAL,
                "Rent",
                1,
                null,
                List.of(
                        new DraftVoucher.Line(new AccountCode("112"), "Mill", Side.DEBIT, Money.of("100"), ""),
                        new DraftVoucher.Line(new AccountCode("501"), null, Side.CREDIT, Money.of("100"), "")));
    }

    /** One that is open, and one that was settled on the spot. */
    private void reportEvents(PlaceCode place) {
        try (var here = SignedIn.here(database, place, null)) {
            for (var result : List.of("", "Swept at once")) {
                gridEvents.report(
                        current.jurisdiction(),
                        current.actor(),
                        new ReportGridEvent(
                                GridEventId.next(),
                                place,
                                "0501",
                                "Rubbish",
                                "By the gate",
                                "",
                                null,
                                false,
                                false,
                                Channel.DESK,
                                null,
                                result),
                        List.of());
            }
        }
    }

    private static OpenGrid opening(PlaceCode within) {
        return new OpenGrid(
                within,
                "001",
                "Grid",
                new GridDetails(GridType.COMPREHENSIVE, 300, 900, null, null),
                FOUNDED.plusYears(20),
                List.of());
    }

    /** A member, elected into a post, in an organisation elected on its founding. */
    private MemberId enrol(PlaceCode place, OrganisationId organisation, PersonId person) {
        var here = Jurisdiction.within(place);
        var member = MemberId.next();
        try (var scope = Scope.as(here)) {
            members.enrolAll(
                    here,
                    Actor.system(),
                    List.of(new EnrolledBefore(
                            new EnrolMember(member, person, organisation, Standing.FULL, FOUNDED, FOUNDED.plusYears(1)),
                            place,
                            null,
                            null)));
            posts.takenBefore(
                    here,
                    Actor.system(),
                    List.of(new TakePost(PostId.next(), place, person, Track.PARTY, PostRole.HEAD, false, FOUNDED)));
            terms.electedBefore(here, Actor.system(), List.of(new TermService.Election(organisation, place, FOUNDED)));
        }
        return member;
    }

    /** An entry, a published quarter with an objection, a slip, and a check against a standard. */
    private void givePoints(PlaceCode place, OrganisationId organisation, MemberId member) {
        try (var here = SignedIn.here(database, place, organisation.value())) {
            var jurisdiction = current.jurisdiction();
            var actor = current.actor();
            points.enter(
                    jurisdiction,
                    actor,
                    new EnterPoints(
                            EntryId.next(),
                            organisation,
                            member,
                            "help",
                            TestClock.TODAY,
                            "Repaired a roof",
                            "Minutes",
                            ""),
                    List.of());
            var published = PublicationId.next();
            publications.publish(jurisdiction, actor, published, organisation, new Quarter(2026, 3));
            publications.object(
                    jurisdiction,
                    actor,
                    published,
                    new Protest(ObjectionId.next(), null, TestClock.TODAY, "A neighbour", "Where is the roof?"));
            slips.issue(jurisdiction, actor, member);
            ratings.open(jurisdiction, actor, RoundId.next(), organisation);
            stars.take(
                    jurisdiction,
                    actor,
                    List.of(new EarlierStars(place, organisation, member, 3, false, FOUNDED, "Round", false)));
            var checked = checks.draft(jurisdiction, actor, organisation, null);
            standards.check(
                    jurisdiction,
                    actor,
                    new EnterCheck(
                            CheckId.next(),
                            organisation,
                            "branch",
                            checked.byHand().stream()
                                    .collect(Collectors.toMap(Item::itemCode, item -> new Given(false, "Not yet")))),
                    List.of());
        }
    }

    /** A row of a register with a row of its own, and one that ended. */
    private void register(PlaceCode place, PersonId person) {
        var here = Jurisdiction.within(place);
        var team = RowId.next();
        var leader = Map.of("leader", person.toString());
        try (var scope = Scope.as(here)) {
            registers.takeOver(
                    here,
                    Actor.system(),
                    List.of(
                            PastRow.of(
                                    team,
                                    "party.resident-team",
                                    place,
                                    new Cells(leader, Map.of("leader", "Somebody"))),
                            PastRow.of(RowId.next(), "party.resident-team", place, Cells.of(Map.of("name", "Past")))
                                    .ended(TestClock.TODAY, "Over"),
                            PastRow.of(
                                    RowId.next(),
                                    "party.resident-report",
                                    place,
                                    team,
                                    Cells.of(Map.of("month", "2026-10", "days", "60")))));
        }
    }

    private OrganisationId found(PlaceCode place) {
        var id = OrganisationId.next();
        var jurisdiction = Jurisdiction.within(place);
        try (var scope = Scope.as(jurisdiction)) {
            organisations.foundAll(
                    jurisdiction,
                    Actor.system(),
                    List.of(new FoundOrganisation(
                            id,
                            place,
                            OrganisationKind.BRANCH,
                            "Branch of " + place,
                            null,
                            FOUNDED,
                            new Structure(true, false, 18, 20, FOUNDED))));
        }
        return id;
    }

    private void record(PlaceCode place, OrganisationId organisation, boolean submitted) {
        try (var here = SignedIn.here(database, place, organisation.value())) {
            var content = new ActivityContent(
                    ActivityKind.MEMBERS_MEETING,
                    TestClock.TODAY.minusDays(1),
                    null,
                    "Village hall",
                    "Roads",
                    "Chair",
                    "Scribe",
                    20,
                    18,
                    "Two in town",
                    "What was said",
                    "First decision",
                    null);
            activities.record(
                    current.jurisdiction(),
                    current.actor(),
                    new RecordActivity(ActivityId.next(), organisation, content, submitted, null));
        }
    }

    /** A case with its first step done. */
    private void begin(PlaceCode place, PersonId applicant) {
        try (var here = SignedIn.here(database, place, null)) {
            var id = CaseId.next();
            cases.start(
                    current.jurisdiction(),
                    current.actor(),
                    new StartCase(id, "party.membership", place, applicant.value(), "", TestClock.TODAY));
            cases.take(
                    current.jurisdiction(),
                    current.actor(),
                    id,
                    new TakeStep(
                            UUID.randomUUID(),
                            0,
                            "application",
                            TestClock.TODAY,
                            "done",
                            Map.of(),
                            null,
                            null,
                            null,
                            ""),
                    List.of());
        }
    }
}
