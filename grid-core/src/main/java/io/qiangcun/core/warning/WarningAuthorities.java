package io.qiangcun.core.warning;

/** What an account may do with warnings. */
public final class WarningAuthorities {

    public static final String READ = "core.warning.read";

    /** See, take in hand, appeal: for warnings about the account's own place. */
    public static final String ANSWER = "core.warning.answer";

    /** Urge, transfer, decide appeals: for warnings about places below the account's own. */
    public static final String SUPERVISE = "core.warning.supervise";

    /** Say when warnings rise and who then holds them, in all places below the account's own. */
    public static final String STEPS = "core.warning.steps";

    private WarningAuthorities() {}
}
