package io.qiangcun.core.register;

/** What an account may do with registers. */
public final class RegisterAuthorities {

    public static final String READ = "core.register.read";

    /** Write rows of the registers that the account's level writes. */
    public static final String WRITE = "core.register.write";

    /** Make registers, and change the words and limits of those that came with the application. */
    public static final String DEFINE = "core.register.define";

    private RegisterAuthorities() {}
}
