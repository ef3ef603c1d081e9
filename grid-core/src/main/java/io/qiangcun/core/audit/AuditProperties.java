package io.qiangcun.core.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param heads the file that the heads of the chain are noted in; empty for none
 */
@ConfigurationProperties("qiangcun.audit")
record AuditProperties(
        @DefaultValue("./data/audit-heads.txt") String heads) {}
