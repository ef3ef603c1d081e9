package io.qiangcun.economy;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.module.DomainModule;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.number.NumberSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that collective-economy contributes to the application, in one place. */
@Configuration(proxyBeanMethods = false)
class EconomyModule {

    @Bean
    DomainModule economy() {
        return new DomainModule("economy", 200);
    }

    @Bean
    NavigationEntry bookNavigation() {
        return new NavigationEntry("economy.book.list.title", "/economy/books", 400, EconomyAuthorities.READ_BOOKS);
    }

    @Bean
    NavigationEntry incomeNavigation() {
        return new NavigationEntry("economy.income.title", "/economy/income", 410, EconomyAuthorities.READ_INCOME);
    }

    @Bean
    NavigationEntry noticeNavigation() {
        return new NavigationEntry(
                "economy.notice.list.title", "/economy/notices", 420, EconomyAuthorities.READ_NOTICES);
    }

    @Bean
    NavigationEntry doubtNavigation() {
        return new NavigationEntry("economy.doubt.title", "/economy/doubts", 412, EconomyAuthorities.READ_DOUBTS);
    }

    @Bean
    NavigationEntry bonusNavigation() {
        return new NavigationEntry("economy.bonus.title", "/economy/bonus", 414, EconomyAuthorities.READ_BONUS);
    }

    @Bean
    NumberSubject economyDoubtNumbers() {
        return new NumberSubject("economy.number.subject.DOUBT", 203, "economy.doubt.");
    }

    @Bean
    NavigationEntry distributionNavigation() {
        return new NavigationEntry(
                "economy.distribution.list.title",
                "/economy/distributions",
                415,
                EconomyAuthorities.READ_DISTRIBUTIONS);
    }

    @Bean
    NumberSubject economyDistributionNumbers() {
        return new NumberSubject("economy.number.subject.DISTRIBUTION", 202, "economy.distribution.");
    }

    @Bean
    PublicPage publicNotices() {
        return new PublicPage("/economy/open", "economy.notice.open.title");
    }

    @Bean
    NumberSubject economyNoticeNumbers() {
        return new NumberSubject("economy.number.subject.NOTICE", 201, "economy.notice.");
    }

    @Bean
    NumberSubject economyIncomeNumbers() {
        return new NumberSubject("economy.number.subject.INCOME", 200, "economy.income.");
    }

    @Bean
    AttachmentKind voucherAttachments() {
        return new AttachmentKind("economy.voucher", EconomyAuthorities.READ_BOOKS);
    }
}
