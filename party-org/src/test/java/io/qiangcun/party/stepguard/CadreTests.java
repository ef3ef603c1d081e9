package io.qiangcun.party.stepguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.ActRefused;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.Poll;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.party.cadre.CadreQueries;
import io.qiangcun.party.cadre.CadreTrack;
import io.qiangcun.party.post.PostId;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.PostRow;
import io.qiangcun.party.post.PostService;
import io.qiangcun.party.post.StructureQueries;
import io.qiangcun.party.post.TakePost;
import io.qiangcun.party.post.Track;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** Suspension, reviews, appeal and exit: of posts that the Party fills, and of no others. */
@ApplicationTest
class CadreTests {

    private static final Map<String, String> HEARD = Map.of("findings", "True", "heard", "Heard");

    @Autowired
    Walk walk;

    @Autowired
    PostService posts;

    @Autowired
    StructureQueries structure;

    @Autowired
    CadreQueries cadres;

    @Autowired
    TestClock clock;

    private PlaceCode village;
    private PlaceCode township;
    private PersonId cadre;

    @BeforeEach
    void aCadreWithBothPosts() {
        village = walk.county().east();
        township = village.parent().orElseThrow();
        cadre = walk.member(village, "Cadre");
        clock.set(LocalDate.of(2026, 1, 5));
        for (var track : Track.values()) {
            walk.at(township, () -> {
                posts.take(
                        walk.jurisdiction(),
                        new TakePost(
                                PostId.next(), village, cadre, track, PostRole.HEAD, false, LocalDate.of(2025, 1, 1)));
                return track;
            });
        }
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aSuspensionLastsAMonthIsShownAndEndsWithTheReview() {
        var id = suspended();
        assertThat(post(Track.PARTY).orElseThrow().suspendedUntil()).isEqualTo("2026-02-12");
        assertThat(post(Track.VILLAGERS).orElseThrow().suspendedUntil())
                .as("nobody suspends who was elected")
                .isNull();
        assertThatThrownBy(() -> review(id, "review", "2026-02-11", "failed"))
                .hasMessageContaining("day-too-early")
                .hasMessageContaining("2026-02-12");
        assertThatThrownBy(() -> review(id, "review", "2026-02-11", "restored"))
                .as("nor is anybody given his post back before")
                .hasMessageContaining("day-too-early");
        review(id, "review", "2026-02-12", "restored");

        assertThat(post(Track.PARTY).orElseThrow().suspendedUntil()).isNull();
        assertThat(walk.show(village, id).head().result()).isEqualTo("恢复履职");
    }

    @Test
    void failingTwiceEndsThePartyPostAndNeverTheElectedOne() {
        var id = suspended();
        review(id, "review", "2026-02-12", "failed");
        assertThat(post(Track.PARTY).orElseThrow().suspendedUntil()).isEqualTo("2026-08-12");
        assertThatThrownBy(() -> review(id, "second-review", "2026-08-11", "ended"))
                .hasMessageContaining("day-too-early");
        review(id, "second-review", "2026-08-12", "ended");

        assertThat(post(Track.PARTY)).isEmpty();
        assertThat(post(Track.VILLAGERS)).isPresent();
        assertThatThrownBy(() -> walk.withdraw(id, township, "second-review")).hasMessageContaining("has-consequences");
    }

    @Test
    void anAppealIsHeardByTheCountyAndGivesThePostBack() {
        var id = suspended();
        assertThatThrownBy(() -> walk.take(id, village, "appeal", "2026-02-10", "none", Map.of(), null, null))
                .hasMessageContaining("appeal-still-open");
        assertThatThrownBy(() -> walk.take(
                        id,
                        village,
                        "appeal",
                        "2026-02-12",
                        "raised",
                        Map.of("appealedOn", "2026-02-12", "grounds", "Not so"),
                        null,
                        null))
                .hasMessageContaining("appeal-too-late");
        walk.take(
                id,
                village,
                "appeal",
                "2026-01-20",
                "raised",
                Map.of("appealedOn", "2026-01-19", "grounds", "Not so"),
                null,
                null);
        walk.take(id, village, "appeal-decision", "2026-01-28", "overturned", Map.of("opinion", "Right"), null, null);

        assertThat(post(Track.PARTY).orElseThrow().suspendedUntil()).isNull();
        assertThat(walk.stateOf(village, id, "review")).isEqualTo(StepState.CLOSED);
    }

    @Test
    void whoHoldsOnlyAnElectedPostCannotBeSuspended() {
        var elected = walk.person(village, "Elected");
        walk.at(township, () -> {
            posts.take(
                    walk.jurisdiction(),
                    new TakePost(
                            PostId.next(),
                            village,
                            elected,
                            Track.VILLAGERS,
                            PostRole.ORDINARY,
                            false,
                            LocalDate.of(2025, 1, 1)));
            return elected;
        });
        for (var procedure : List.of("party.cadre-suspension", "party.cadre-exit")) {
            var id = walk.start(procedure, village, "Elected", "2026-01-05");
            assertThatThrownBy(() ->
                            walk.take(id, village, "report", "2026-01-05", Map.of("condition", "B2", "facts", "Facts")))
                    .isInstanceOf(ActRefused.class);
        }
    }

    @Test
    void criticismIsAReasonFromTheThirdNoticeOn() {
        var id = walk.start("party.cadre-suspension", village, "Cadre", "2026-01-05");

        assertThatThrownBy(() -> walk.take(
                        id,
                        village,
                        "report",
                        "2026-01-05",
                        Map.of("condition", "B1", "criticisms", "2", "facts", "Facts")))
                .hasMessageContaining("too-few-criticisms");
    }

    @Test
    void anAbandonedCaseLeavesNobodySuspended() {
        var id = suspended();
        walk.abandon(id, township);

        assertThat(post(Track.PARTY).orElseThrow().suspendedUntil()).isNull();
    }

    @Test
    void everyNumberHasItsRows() {
        suspended();
        var years = walk.at(township, () -> cadres.years(walk.jurisdiction()));
        assertThat(years).singleElement().satisfies(year -> {
            assertThat(year.suspended()).isEqualTo(1);
            assertThat(year.exited()).isZero();
        });
        assertThat(walk.at(
                        township,
                        () -> cadres.list(walk.jurisdiction(), CadreTrack.SUSPENSION, 2026, Pageable.unpaged())))
                .singleElement()
                .satisfies(row -> assertThat(row.condition()).isEqualTo("考核评议为不称职"));
    }

    @Test
    void theFinalActOfAnExitEndsThePartyPost() {
        var id = walk.start("party.cadre-exit", village, "Cadre", "2026-01-05");
        walk.take(id, village, "report", "2026-01-06", Map.of("condition", "C2", "facts", "Facts"));
        walk.take(id, village, "verify", "2026-01-08", "confirmed", HEARD, null, null);
        walk.take(
                id,
                village,
                "decide",
                "2026-01-12",
                "ended",
                Map.of("decision", "Leaves", "villagers", "stays"),
                null,
                null);
        assertThat(post(Track.PARTY)).isPresent();
        walk.take(id, village, "appeal", "2026-02-11", "none", Map.of(), null, null);
        walk.take(id, village, "filing", "2026-02-20", Map.of());

        assertThat(post(Track.PARTY)).isEmpty();
        assertThat(post(Track.VILLAGERS)).isPresent();
    }

    private CaseId suspended() {
        var id = walk.start("party.cadre-suspension", village, "Cadre", "2026-01-05");
        walk.take(id, village, "report", "2026-01-06", Map.of("condition", "B2", "facts", "Facts"));
        walk.take(id, village, "verify", "2026-01-08", "confirmed", HEARD, null, null);
        walk.take(
                id,
                village,
                "decide",
                "2026-01-12",
                "suspended",
                Map.of("decision", "A month", "work", "Papers"),
                null,
                null);
        return id;
    }

    private void review(CaseId id, String step, String day, String outcome) {
        var poll = new Poll(Map.of("sent", "20", "back", "20", "fit", "15", "mostly", "5", "unfit", "0")).text();
        walk.take(id, village, step, day, outcome, Map.of("poll", poll, "conclusion", "Said"), null, null);
    }

    private Optional<PostRow> post(Track track) {
        return walk.at(township, () -> structure.village(walk.jurisdiction(), village)).orElseThrow().posts().stream()
                .filter(post -> post.track() == track && post.personId().equals(cadre.value()))
                .findFirst();
    }
}
