package io.qiangcun.grid.shop;

/** What posts may be allowed to do with points of households. */
public final class ShopAuthorities {

    public static final String READ = "grid.shop.read";
    /** Enters facts, publishes them, keeps the goods and gives them out. */
    public static final String KEEP = "grid.shop.keep";
    /** Says yes or no to what somebody else entered, and answers objections. */
    public static final String DECIDE = "grid.shop.decide";
    /** Says what gives how many points in a county. */
    public static final String RULE = "grid.shop.rule";

    private ShopAuthorities() {}
}
