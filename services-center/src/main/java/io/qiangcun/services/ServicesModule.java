package io.qiangcun.services;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.module.DomainModule;
import io.qiangcun.core.module.FooterPage;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.number.NumberSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that services-center contributes to the application, in one place. */
@Configuration(proxyBeanMethods = false)
class ServicesModule {

    @Bean
    DomainModule services() {
        return new DomainModule("services", 300);
    }

    @Bean
    NavigationEntry requestNavigation() {
        return new NavigationEntry(
                "services.request.inbox.title", "/services/inbox", 490, ServicesAuthorities.READ_REQUESTS);
    }

    @Bean
    NavigationEntry ratingNavigation() {
        return new NavigationEntry("services.rating.title", "/services/ratings", 492, ServicesAuthorities.READ_RATINGS);
    }

    @Bean
    NavigationEntry callbackNavigation() {
        return new NavigationEntry(
                "services.callback.title", "/services/callbacks", 493, ServicesAuthorities.READ_CALLBACKS);
    }

    @Bean
    NumberSubject callbackNumbers() {
        return new NumberSubject("services.number.subject.CALLBACK", 304, "services.callback.");
    }

    @Bean
    NumberSubject ratingNumbers() {
        return new NumberSubject("services.number.subject.RATING", 301, "services.rating.");
    }

    @Bean
    PublicPage askPage() {
        return PublicPage.keepingWhatWasTyped("/services/ask", "services.request.ask.title");
    }

    @Bean
    PublicPage trackPage() {
        return PublicPage.keepingWhatWasTyped("/services/track", "services.request.track.title");
    }

    @Bean
    AttachmentKind requestAttachments() {
        return new AttachmentKind("services.request", ServicesAuthorities.READ_REQUESTS);
    }

    @Bean
    NavigationEntry hintNavigation() {
        return new NavigationEntry("services.hint.title", "/services/hints", 499, ServicesAuthorities.READ_REQUESTS);
    }

    @Bean
    PublicPage feedbackPage() {
        return PublicPage.keepingWhatWasTyped("/services/feedback", "services.feedback.title");
    }

    @Bean
    FooterPage feedbackFooter() {
        return new FooterPage("/services/feedback", "services.feedback.title");
    }

    @Bean
    NavigationEntry feedbackNavigation() {
        return new NavigationEntry(
                "services.feedback.list.title", "/services/opinions", 494, ServicesAuthorities.READ_FEEDBACK);
    }

    @Bean
    NumberSubject feedbackNumbers() {
        return new NumberSubject("services.number.subject.FEEDBACK", 303, "services.feedback.");
    }

    @Bean
    NumberSubject petitionNumbers() {
        return new NumberSubject("services.number.subject.PETITION", 302, "services.petition.");
    }

    @Bean
    NumberSubject requestNumbers() {
        return new NumberSubject("services.number.subject.REQUEST", 300, "services.request.");
    }
}
