package io.qiangcun.party;

import io.qiangcun.core.module.DomainModule;
import io.qiangcun.core.module.NavigationEntry;
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
    NavigationEntry partyNumbersNavigation() {
        return new NavigationEntry("party.number.title", "/party/numbers", 125, PartyAuthorities.READ_ORGANISATIONS);
    }
}
