package io.qiangcun.grid.phone;

/** What posts may be allowed to do with the page of the phone. */
public final class PhoneAuthorities {

    public static final String USE_PHONE = "grid.phone.use";
    /** Sees how much waits on which device, never what. */
    public static final String OVERSEE_PHONES = "grid.phone.oversee";

    private PhoneAuthorities() {}
}
