package io.qiangcun.party;

import io.qiangcun.core.dashboard.PlaceFact;
import io.qiangcun.core.module.DomainModule;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.number.NumberSubject;
import io.qiangcun.core.procedure.ProcedureAuthorities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that party-org contributes to the application, in one place. */
@Configuration(proxyBeanMethods = false)
class PartyModule {

    @Bean
    DomainModule party() {
        return new DomainModule("party", 100);
    }

    @Bean
    NavigationEntry partyActivitiesNavigation() {
        return new NavigationEntry(
                "party.activity.list.title", "/party/activities", 40, PartyAuthorities.READ_ACTIVITIES);
    }

    @Bean
    NavigationEntry partyOrganisationsNavigation() {
        return new NavigationEntry(
                "party.organisation.list.title", "/party/organisations", 110, PartyAuthorities.READ_ORGANISATIONS);
    }

    @Bean
    NavigationEntry partyMembersNavigation() {
        return new NavigationEntry("party.member.list.title", "/party/members", 115, PartyAuthorities.READ_MEMBERS);
    }

    @Bean
    NavigationEntry partyContactsNavigation() {
        return new NavigationEntry("party.contact.menu", "/party/contacts", 116, PartyAuthorities.READ_CONTACTS);
    }

    @Bean
    NavigationEntry partyRecruitingNavigation() {
        return new NavigationEntry("party.recruiting.title", "/party/recruiting", 117, PartyAuthorities.READ_MEMBERS);
    }

    @Bean
    NavigationEntry partyCadresNavigation() {
        return new NavigationEntry("party.cadre.list.title", "/party/cadres", 118, ProcedureAuthorities.READ);
    }

    @Bean
    NavigationEntry partyScreeningNavigation() {
        return new NavigationEntry("party.screening.title", "/party/screening", 119, PartyAuthorities.READ_SUGGESTIONS);
    }

    @Bean
    NavigationEntry partyStructureNavigation() {
        return new NavigationEntry("party.post.overview.title", "/party/structure", 116, PartyAuthorities.READ_POSTS);
    }

    @Bean
    NavigationEntry partyTrainingNavigation() {
        return new NavigationEntry(
                "party.training.classes.title", "/party/training", 117, PartyAuthorities.READ_TRAINING);
    }

    @Bean
    NavigationEntry partyPointsNavigation() {
        return new NavigationEntry("party.points.menu", "/party/points", 118, PartyAuthorities.READ_POINTS);
    }

    @Bean
    NavigationEntry partyStandardsNavigation() {
        return new NavigationEntry("party.standard.menu", "/party/standards", 120, PartyAuthorities.READ_STANDARDS);
    }

    @Bean
    NavigationEntry partyRatingsNavigation() {
        return new NavigationEntry("party.rating.menu", "/party/ratings", 119, PartyAuthorities.READ_RATINGS);
    }

    @Bean
    NumberSubject partyMembersNumbers() {
        return new NumberSubject("party.number.subject.MEMBERS", 100, "party.member.", "party.young-member");
    }

    @Bean
    NumberSubject partyBranchesNumbers() {
        return new NumberSubject("party.number.subject.BRANCHES", 101, "party.branch");
    }

    @Bean
    NumberSubject partyTermsNumbers() {
        return new NumberSubject("party.number.subject.TERMS", 102, "party.term");
    }

    @Bean
    NumberSubject partyPostsNumbers() {
        return new NumberSubject("party.number.subject.POSTS", 103, "party.post.");
    }

    @Bean
    NumberSubject partyPointsNumbers() {
        return new NumberSubject("party.number.subject.POINTS", 104, "party.points");
    }

    @Bean
    NumberSubject partyRatingsNumbers() {
        return new NumberSubject("party.number.subject.RATINGS", 105, "party.rating");
    }

    @Bean
    NumberSubject partyStandardsNumbers() {
        return new NumberSubject("party.number.subject.STANDARDS", 106, "party.standard");
    }

    @Bean
    NumberSubject partyScreeningNumbers() {
        return new NumberSubject("party.number.subject.SCREENING", 107, "party.screening");
    }

    @Bean
    NumberSubject partyContactNumbers() {
        return new NumberSubject("party.number.subject.CONTACT", 108, "party.contact");
    }

    @Bean
    NumberSubject partyDisciplineNumbers() {
        return new NumberSubject(
                "party.number.subject.DISCIPLINE",
                109,
                "party.appeal",
                "party.criticisms",
                "party.rectification",
                "party.card");
    }

    @Bean
    NumberSubject partyOtherNumbers() {
        return new NumberSubject("party.number.subject.OTHERS", 110, "party.");
    }

    @Bean
    PlaceFact organisationsOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.ORGANISATION,
                10,
                "party.place.organisations",
                PartyAuthorities.READ_ORGANISATIONS,
                """
                select count(*) from party_organisation where place_code >= :lo and place_code < :hi and dissolved_on is null
                """,
                "/party/organisations?place={place}");
    }

    @Bean
    PlaceFact membersOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.ORGANISATION,
                20,
                "party.place.members",
                PartyAuthorities.READ_MEMBERS,
                """
                select count(*) from party_member where place_code >= :lo and place_code < :hi and ended_on is null
                """,
                "/party/members?place={place}");
    }

    @Bean
    PlaceFact postsOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.ORGANISATION,
                30,
                "party.place.posts",
                PartyAuthorities.READ_POSTS,
                """
                select count(*) from party_post where place_code >= :lo and place_code < :hi and ended_on is null and since <= :today
                """,
                "/party/structure/{place}");
    }

    @Bean
    PlaceFact activitiesOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.LIFE,
                10,
                "party.place.activities",
                PartyAuthorities.READ_ACTIVITIES,
                """
                select count(*) from party_activity where place_code >= :lo and place_code < :hi and status <> 'DISCARDED'
                """,
                "/party/activities?place={place}");
    }

    @Bean
    PlaceFact pointsOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.LIFE,
                20,
                "party.place.points",
                PartyAuthorities.READ_POINTS,
                """
                select count(*) from party_points_entry where place_code >= :lo and place_code < :hi
                """,
                "/party/points?place={place}");
    }

    @Bean
    PlaceFact publicationsOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.LIFE,
                25,
                "party.place.publications",
                PartyAuthorities.READ_POINTS,
                """
                select count(*) from party_points_publication where place_code >= :lo and place_code < :hi
                """,
                "/party/points/publications?place={place}");
    }

    @Bean
    PlaceFact standardsOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.LIFE,
                30,
                "party.place.standards",
                PartyAuthorities.READ_STANDARDS,
                """
                select count(*) from party_standard_check where place_code >= :lo and place_code < :hi
                """,
                "/party/standards?place={place}");
    }

    @Bean
    PlaceFact starsOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.LIFE,
                40,
                "party.place.stars",
                PartyAuthorities.READ_RATINGS,
                """
                select count(*) from party_rating_award where place_code >= :lo and place_code < :hi and ended_on is null
                """,
                "/party/ratings/stars?place={place}");
    }

    @Bean
    PlaceFact roundsOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.LIFE,
                50,
                "party.place.rounds",
                PartyAuthorities.READ_RATINGS,
                """
                select count(*) from party_rating_round where place_code >= :lo and place_code < :hi
                """,
                "/party/ratings?place={place}");
    }
}
