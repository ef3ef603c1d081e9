package io.qiangcun.web.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PersonDetails;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.party.member.EnrolledBefore;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.TakePost;
import io.qiangcun.party.post.Track;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoPeopleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private final DemoCounty county = DemoCounty.compose();
    private final DemoPeople demo = DemoPeople.of(county.organisations(), TODAY);

    @Test
    void hasAsManyMembersAsTheBranchesDeclare() {
        var declared = county.organisations().stream()
                .filter(organisation -> organisation.kind().isBranch())
                .mapToInt(organisation -> organisation.structure().memberCount())
                .sum();

        assertThat(demo.members()).hasSize(declared);
        assertThat(demo.members())
                .extracting(member -> member.command().person())
                .doesNotHaveDuplicates();
        assertThat(demo.people()).extracting(RegisterPerson::id).doesNotHaveDuplicates();
    }

    @Test
    void namesNobody() {
        assertThat(demo.people())
                .extracting(person -> person.details().name())
                .allMatch(name -> name.matches("演示(党员|群众)\\d{5}"));
        assertThat(demo.people()).allMatch(person -> person.identityNumber() == null && person.phone() == null);
    }

    @Test
    void recordsNothingThatTheFormWouldRefuse() {
        var born = demo.people().stream()
                .collect(toMap(RegisterPerson::id, person -> person.details().bornOn()));

        assertThat(demo.members()).map(EnrolledBefore::command).allSatisfy(member -> {
            assertThat(member.joinedOn()).isBeforeOrEqualTo(TODAY);
            assertThat(member.joinedOn())
                    .isAfterOrEqualTo(
                            Objects.requireNonNull(born.get(member.person())).plusYears(18));
            if (member.fullOn() != null) {
                assertThat(member.fullOn()).isBetween(member.joinedOn(), TODAY);
            }
        });
        assertThat(demo.elections())
                .allSatisfy(election -> assertThat(election.on()).isBeforeOrEqualTo(TODAY));
    }

    @Test
    void givesAllVillagesTheCommitteesThatTheRulesWant() {
        var details = demo.people().stream().collect(toMap(RegisterPerson::id, RegisterPerson::details));
        var members =
                demo.members().stream().map(member -> member.command().person()).collect(toSet());
        var byPlace = demo.posts().stream().collect(groupingBy(TakePost::place));

        var villages = county.places().stream()
                .filter(place -> place.category() == PlaceCategory.VILLAGE)
                .toList();
        assertThat(villages).hasSize(186).allSatisfy(village -> {
            var posts = Objects.requireNonNull(byPlace.get(village.code()), village.name());
            var people = posts.stream()
                    .map(post -> Objects.requireNonNull(details.get(post.person())))
                    .toList();
            assertThat(people).anyMatch(person -> person.sex() == Sex.FEMALE);
            assertThat(people).anyMatch(person -> person.education().isAtLeast(Education.COLLEGE));
            assertThat(people).anyMatch(DemoPeopleTests::isYoung);
            assertThat(heads(posts)).hasSize(2).containsOnly(heads(posts).get(0));
            var elected = posts.stream()
                    .filter(post -> post.track() == Track.VILLAGERS)
                    .map(TakePost::person)
                    .toList();
            assertThat(elected.stream().filter(members::contains).count() * 2).isGreaterThan(elected.size());
        });
    }

    private static List<PersonId> heads(List<TakePost> posts) {
        return posts.stream()
                .filter(post -> post.role() == PostRole.HEAD)
                .map(TakePost::person)
                .toList();
    }

    private static boolean isYoung(PersonDetails person) {
        return person.bornOn().plusYears(36).isAfter(TODAY);
    }
}
