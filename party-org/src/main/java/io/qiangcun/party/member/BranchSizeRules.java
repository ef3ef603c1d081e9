package io.qiangcun.party.member;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three rules on the size of branches (PO-01 to PO-03). */
@Configuration(proxyBeanMethods = false)
class BranchSizeRules {

    @Bean
    WarningRule branchTooSmall(BranchSizeRule sizes) {
        return rule("party.branch-too-small", "full_members < :amount", sizes);
    }

    @Bean
    WarningRule branchTooLarge(BranchSizeRule sizes) {
        return rule("party.branch-too-large", "members > :amount", sizes);
    }

    @Bean
    WarningRule branchWithoutCommittee(BranchSizeRule sizes) {
        return rule("party.branch-without-committee", "full_members >= :amount and not has_committee", sizes);
    }

    private static WarningRule rule(String code, String which, BranchSizeRule sizes) {
        return new WarningRule() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
                return sizes.findings(code, which, jurisdiction, today);
            }
        };
    }
}
