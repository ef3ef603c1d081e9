package io.qiangcun.party.activity;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.report.ReportSection;
import io.qiangcun.party.PartyAuthorities;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What organisational life gives to the engines. */
@Configuration(proxyBeanMethods = false)
class ActivityContributions {

    static final String ATTACHMENTS = "party.activity";

    @Bean
    ReportSection organisationalLife() {
        return new ReportSection(
                "party.report.organisational-life",
                100,
                List.of(
                        "party.members-meetings",
                        "party.committee-meetings",
                        "party.group-meetings",
                        "party.lectures",
                        "party.theme-days",
                        "party.org-life-meetings",
                        "party.democratic-reviews",
                        "party.talks",
                        "party.trainings",
                        "party.attendance-expected",
                        "party.attendance-present",
                        "party.attendance",
                        "party.decisions",
                        "party.study-hours"));
    }

    @Bean
    AttachmentKind activityAttachments() {
        return new AttachmentKind(ATTACHMENTS, PartyAuthorities.READ_ACTIVITIES);
    }
}
