package io.qiangcun.web.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.post.PostId;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.PostService;
import io.qiangcun.party.post.TakePost;
import io.qiangcun.party.post.Track;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class HandoverPagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    PeopleService people;

    @Autowired
    PostService posts;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;

    @BeforeEach
    void electASecretary() {
        places = PlaceFixtures.plantedIn(tree);
        var person = PeopleFixtures.personIn(people, places.east(), "Outgoing Secretary");
        var east = Jurisdiction.within(places.east());
        try (var scope = Scope.as(east)) {
            posts.takenBefore(
                    east,
                    Actor.system(),
                    List.of(new TakePost(
                            PostId.next(),
                            places.east(),
                            person,
                            Track.PARTY,
                            PostRole.HEAD,
                            false,
                            TestClock.TODAY.minusYears(5))));
        }
    }

    @Test
    void aVillageAndThoseAboveReadEverythingThatIsOpenOnOneList() {
        var page = "/handover/" + places.east();

        assertThat(mvc.get().uri("/handover").with(SignedIn.at(places.east()))).hasRedirectedUrl(page);
        assertThat(mvc.get().uri(page).with(SignedIn.at(places.east())))
                .hasStatusOk()
                .bodyText()
                .contains("在任人员", "Outgoing Secretary", "移交人（签字）")
                .doesNotContain("需变更使用人的账号");
        assertThat(mvc.get().uri(page).with(SignedIn.at(places.county())))
                .hasStatusOk()
                .bodyText()
                .contains("Outgoing Secretary", "需变更使用人的账号");
        assertThat(mvc.get().uri(page + "/export").with(SignedIn.at(places.township())))
                .hasStatusOk();
    }

    @Test
    void showsNothingOutsideTheJurisdiction() {
        assertThat(mvc.get().uri("/handover/" + places.east()).with(SignedIn.at(places.west())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/handover/" + places.east() + "/export").with(SignedIn.at(places.west())))
                .hasStatus(404);
    }
}
