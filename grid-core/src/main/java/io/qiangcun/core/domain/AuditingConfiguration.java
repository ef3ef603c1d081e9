package io.qiangcun.core.domain;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.auditing.DateTimeProvider;
import org.springframework.data.domain.AuditorAware;
import org.springframework.data.jpa.repository.config.EnableJpaAuditing;
import org.springframework.security.core.context.SecurityContextHolder;

@Configuration(proxyBeanMethods = false)
@EnableJpaAuditing(dateTimeProviderRef = "auditTime")
class AuditingConfiguration {

    @Bean
    DateTimeProvider auditTime(Clock clock) {
        return () -> Optional.of(clock.instant());
    }

    /** The login name; which person held the post is in the audit trail. */
    @Bean
    AuditorAware<String> auditor() {
        return () -> {
            var signedIn = SecurityContextHolder.getContext().getAuthentication();
            return Optional.of(signedIn == null ? "system" : signedIn.getName());
        };
    }
}
