package io.qiangcun.web.demo;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PersonDetails;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.member.EnrolMember;
import io.qiangcun.party.member.EnrolledBefore;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.Standing;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.TermService.Election;
import io.qiangcun.party.post.PostId;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.TakePost;
import io.qiangcun.party.post.Track;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The people of the demo county: for each branch as many members as it declares, and in each village two committees as
 * the rules want them. All are called by a number; nobody real is meant.
 */
final class DemoPeople {

    private static final List<Education> RURAL = List.of(
            Education.PRIMARY,
            Education.JUNIOR_SECONDARY,
            Education.JUNIOR_SECONDARY,
            Education.SENIOR_SECONDARY,
            Education.SENIOR_SECONDARY,
            Education.COLLEGE);
    private static final List<Education> OFFICES = List.of(
            Education.SENIOR_SECONDARY,
            Education.COLLEGE,
            Education.COLLEGE,
            Education.BACHELOR,
            Education.BACHELOR,
            Education.MASTER);

    /** As many as a village's two committees share between them. */
    private static final int OFFICERS = 4;

    private static final int LAST_CHANCE = 29;
    private static final int EVERY = 40;

    /** The young one among the officers joined not long ago, but for a village here and there. */
    private static final int NEWCOMER = 2;

    private static final int GAP = 27;

    /** Whoever in these villages sat in the Party's committee before and has left it since. */
    static final int FORMER = OFFICERS;

    private static final int FORMER_OFFICERS = 30;

    /** Somebody young in each village who wants to join the Party. */
    private static final String APPLICANT = "applicant";

    /** The secretary of a committee above the villages. */
    private static final String LEADER = "leader";

    private final LocalDate today;
    private final List<RegisterPerson> people = new ArrayList<>();
    private final List<EnrolledBefore> members = new ArrayList<>();
    private final List<TakePost> posts = new ArrayList<>();
    private final List<Election> elections = new ArrayList<>();

    private final List<DemoOrganisation> withFormer = new ArrayList<>();
    private int formers;
    private int villages;

    private DemoPeople(LocalDate today) {
        this.today = today;
    }

    static DemoPeople of(List<DemoOrganisation> organisations, LocalDate today) {
        var demo = new DemoPeople(today);
        for (var organisation : organisations) {
            demo.elect(organisation);
            if (organisation.kind() == OrganisationKind.BRANCH) {
                demo.fill(organisation);
            } else if (organisation.kind() == OrganisationKind.COMMITTEE
                    && organisation.place().kind() == PlaceKind.TOWNSHIP) {
                demo.register(
                        organisation,
                        LEADER,
                        demo.somebody(
                                "演示群众%05d".formatted(60_000 + demo.elections.size()),
                                false,
                                new DemoRandom(LEADER, organisation.login())));
            }
        }
        return demo;
    }

    /** Villages that had an officer who left. */
    List<DemoOrganisation> withFormer() {
        return withFormer;
    }

    /** One of those who were full members of the branch on the day. */
    PersonId fullMember(DemoOrganisation branch, int number, LocalDate on) {
        return members.stream()
                .map(EnrolledBefore::command)
                .filter(member -> member.organisation().equals(branch.id()))
                .filter(member -> member.fullOn() != null && !member.fullOn().isAfter(on))
                .map(EnrolMember::person)
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    List<RegisterPerson> people() {
        return people;
    }

    List<EnrolledBefore> members() {
        return members;
    }

    List<TakePost> posts() {
        return posts;
    }

    List<Election> elections() {
        return elections;
    }

    private void elect(DemoOrganisation organisation) {
        if (organisation.kind() == OrganisationKind.WORKING_COMMITTEE) {
            return;
        }
        var random = new DemoRandom("elected", organisation.login());
        var late = elections.size() % EVERY == LAST_CHANCE && !organisation.rural();
        var monthsAgo =
                organisation.rural() ? random.between(7, 9) : late ? random.between(31, 35) : random.between(2, 28);
        elections.add(new Election(
                organisation.id(),
                organisation.place(),
                today.minusMonths(monthsAgo).withDayOfMonth(1)));
    }

    private void fill(DemoOrganisation branch) {
        var structure = branch.structure();
        var probationary = structure.memberCount() - structure.fullMemberCount();
        var village = branch.rural() && branch.login().startsWith("village-");
        villages += village ? 1 : 0;
        var own = new ArrayList<PersonId>();
        for (var number = 0; number < structure.memberCount(); number++) {
            var random = new DemoRandom("person", branch.login(), number);
            var joining = number >= structure.memberCount() - probationary;
            var details = village && number < OFFICERS
                    ? officer(number, random)
                    : joining
                            ? newcomer(branch.rural(), village && isGap(), random)
                            : somebody("演示党员%05d".formatted(members.size() + 1), branch.rural(), random);
            own.add(register(branch, "member" + number, details));
            enrol(branch, own.get(number), number, details, joining, random);
        }
        if (village) {
            var outsider = register(
                    branch,
                    "villager",
                    somebody("演示群众%05d".formatted(posts.size() + 1), true, new DemoRandom("villager", branch.login())));
            committees(branch, own, outsider);
            register(branch, APPLICANT, applicant(new DemoRandom(APPLICANT, branch.login())));
        }
    }

    static PersonId leaderOf(DemoOrganisation committee) {
        return new PersonId(idOf("person", committee.login(), LEADER));
    }

    static PersonId applicantOf(DemoOrganisation village) {
        return new PersonId(idOf("person", village.login(), APPLICANT));
    }

    /** The secretary is the first of all members. */
    static PersonId memberOf(DemoOrganisation village, int number) {
        return new PersonId(idOf("person", village.login(), "member" + number));
    }

    private PersonDetails applicant(DemoRandom random) {
        return new PersonDetails(
                "演示群众%05d".formatted(50_000 + posts.size()),
                random.happens(0.5) ? Sex.FEMALE : Sex.MALE,
                LocalDate.of(today.getYear() - random.between(22, 32), random.between(1, 12), 1),
                random.oneOf(OFFICES),
                null);
    }

    /** The secretary heads both; three of the four members and a villager sit in the other committee as well. */
    private void committees(DemoOrganisation branch, List<PersonId> own, PersonId outsider) {
        if (formers < FORMER_OFFICERS && own.size() > FORMER) {
            formers++;
            withFormer.add(branch);
            posts.add(new TakePost(
                    new PostId(idOf("post", branch.login(), "former")),
                    branch.place(),
                    own.get(FORMER),
                    Track.PARTY,
                    PostRole.ORDINARY,
                    false,
                    LocalDate.of(2021, 1, 10)));
        }
        take(branch, own.get(0), Track.PARTY, PostRole.HEAD);
        take(branch, own.get(1), Track.PARTY, PostRole.DEPUTY);
        take(branch, own.get(2), Track.PARTY, PostRole.ORDINARY);
        take(branch, own.get(0), Track.VILLAGERS, PostRole.HEAD);
        take(branch, own.get(1), Track.VILLAGERS, PostRole.DEPUTY);
        take(branch, own.get(3), Track.VILLAGERS, PostRole.ORDINARY);
        take(branch, outsider, Track.VILLAGERS, PostRole.ORDINARY);
    }

    private void take(DemoOrganisation branch, PersonId person, Track track, PostRole role) {
        posts.add(new TakePost(
                new PostId(idOf("post", branch.login(), track + "-" + role + "-" + person)),
                branch.place(),
                person,
                track,
                role,
                false,
                today.minusMonths(7).withDayOfMonth(1)));
    }

    private PersonId register(DemoOrganisation branch, String which, PersonDetails details) {
        var id = new PersonId(idOf("person", branch.login(), which));
        people.add(new RegisterPerson(id, branch.place(), details, null, null, null, true));
        return id;
    }

    private void enrol(
            DemoOrganisation branch,
            PersonId person,
            int number,
            PersonDetails details,
            boolean probationary,
            DemoRandom random) {
        var latest = today.getYear() - 2;
        var grown = details.bornOn().getYear() + 20;
        var newcomer = number == NEWCOMER && branch.rural() && branch.login().startsWith("village-") && !isGap();
        var joined = newcomer
                ? today.minusMonths(random.between(14, 22)).withDayOfMonth(1)
                : probationary
                        ? today.minusMonths(random.between(1, 10)).withDayOfMonth(1)
                        : LocalDate.of(mostlyYoung(grown, Math.max(grown, Math.min(grown + 25, latest)), random), 7, 1);
        var away = branch.rural() && number >= OFFICERS && !probationary && random.happens(0.04);
        members.add(new EnrolledBefore(
                new EnrolMember(
                        new MemberId(idOf("member", branch.login(), Integer.toString(number))),
                        person,
                        branch.id(),
                        probationary ? Standing.PROBATIONARY : Standing.FULL,
                        joined,
                        probationary ? null : joined.plusYears(1)),
                branch.place(),
                away ? LocalDate.of(today.getYear(), 3, 1) : null,
                away ? "外出务工" : null));
    }

    private static int mostlyYoung(int from, int to, DemoRandom random) {
        return Math.min(random.between(from, to), random.between(from, to));
    }

    private boolean isGap() {
        return villages % GAP == 0;
    }

    /** Who joins now is young, in most places. */
    private PersonDetails newcomer(boolean rural, boolean old, DemoRandom random) {
        return new PersonDetails(
                "演示党员%05d".formatted(members.size() + 1),
                random.happens(0.4) ? Sex.FEMALE : Sex.MALE,
                LocalDate.of(
                        today.getYear() - (old ? random.between(38, 46) : random.between(22, 38)),
                        random.between(1, 12),
                        random.between(1, 28)),
                random.oneOf(rural ? RURAL : OFFICES),
                null);
    }

    /** One of the four who make the committees what they should be: a woman, a young graduate, a graduate, a member. */
    private PersonDetails officer(int number, DemoRandom random) {
        var born = number == 2 ? random.between(29, 34) : random.between(38, 56);
        return new PersonDetails(
                "演示党员%05d".formatted(members.size() + 1),
                number == 1 || number == 2 && random.happens(0.4) ? Sex.FEMALE : Sex.MALE,
                LocalDate.of(today.getYear() - born, random.between(1, 12), 1),
                number == 2 ? Education.BACHELOR : number == 0 ? Education.COLLEGE : Education.SENIOR_SECONDARY,
                null);
    }

    private PersonDetails somebody(String name, boolean rural, DemoRandom random) {
        return new PersonDetails(
                name,
                random.happens(rural ? 0.22 : 0.38) ? Sex.FEMALE : Sex.MALE,
                LocalDate.of(
                        today.getYear() - (rural ? random.between(28, 78) : random.between(28, 60)),
                        random.between(1, 12),
                        random.between(1, 28)),
                random.oneOf(rural ? RURAL : OFFICES),
                null);
    }

    private static UUID idOf(String what, String login, String which) {
        return UUID.nameUUIDFromBytes(("demo:" + what + ":" + login + ":" + which).getBytes(StandardCharsets.UTF_8));
    }
}
