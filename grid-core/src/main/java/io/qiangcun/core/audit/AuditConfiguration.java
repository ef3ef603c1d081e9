package io.qiangcun.core.audit;

import io.qiangcun.core.job.RecurringJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

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
