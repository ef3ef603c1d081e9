package io.qiangcun.core.audit;

/** What an account may be allowed to do with the audit trail: look at it, never more. */
public final class AuditAuthorities {

    public static final String READ = "core.audit.read";

    private AuditAuthorities() {}
}
