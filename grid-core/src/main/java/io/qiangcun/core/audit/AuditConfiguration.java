package io.qiangcun.core.audit;

import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.module.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    @Bean
    NavigationEntry auditEntry() {
        return new NavigationEntry("core.audit.list.title", "/core/audit", 910, AuditAuthorities.READ);
    }

    @Bean
    RecurringJob auditSealing(AuditSealer sealer, AuditHeads heads) {
        return new RecurringJob("core.audit-seal", "FIXED_DELAY|10s", false, everywhere -> {
            var sealed = sealer.seal(everywhere);
            while (sealed == AuditSealer.BATCH) {
                sealed = sealer.seal(everywhere);
            }
            sealer.sealedHead().ifPresent(heads::note);
        });
    }
}
