package io.qiangcun.core.report;

/** What an account may do with reports; granted to roles in the slice's migration. */
public final class ReportAuthorities {

    public static final String READ = "core.report.read";
    public static final String CONFIRM = "core.report.confirm";
    public static final String REVIEW = "core.report.review";
    public static final String LOCK = "core.report.lock";

    private ReportAuthorities() {}
}
