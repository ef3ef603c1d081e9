package io.qiangcun.services;

/** What accounts may do in the service centres. */
public final class ServicesAuthorities {

    public static final String READ_CENTRES = "services.centre.read";
    /** Writes down centres, who works in them and who visited. */
    public static final String WRITE_CENTRES = "services.centre.write";
    /** Makes centres examples, words their functions and draws the working mode. */
    public static final String OVERSEE_CENTRES = "services.centre.oversee";

    private ServicesAuthorities() {}
}
