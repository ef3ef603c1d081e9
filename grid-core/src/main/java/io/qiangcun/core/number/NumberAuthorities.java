package io.qiangcun.core.number;

/** What an account may be allowed to do with the numbers that rules count by. */
public final class NumberAuthorities {

    public static final String READ = "core.number.read";

    /** Decide a county's own. */
    public static final String SET = "core.number.set";

    private NumberAuthorities() {}
}
