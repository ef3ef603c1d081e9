package io.qiangcun.economy;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.module.DomainModule;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.number.NumberSubject;
import io.qiangcun.core.report.ReportSection;
import java.util.List;
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
    NumberSubject economyBankNumbers() {
        return new NumberSubject("economy.number.subject.BANK", 206, "economy.bank.");
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

    /** What the registers of this module have to tell of a month. */
    @Bean
    ReportSection supportSection() {
        return new ReportSection(
                "economy.report.support",
                340,
                List.of(
                        "economy.tech-service-rows",
                        "economy.tech-service-sum-people",
                        "economy.skill-training-rows",
                        "economy.skill-training-sum-people",
                        "economy.demo-plot-sum-area",
                        "economy.base-rows",
                        "economy.youth-pair-rows",
                        "economy.enterprise-agreement-rows",
                        "economy.task-force-meeting-rows",
                        "economy.sale-sum-amount"));
    }

    @Bean
    AttachmentKind voucherAttachments() {
        return new AttachmentKind("economy.voucher", EconomyAuthorities.READ_BOOKS);
    }
}
