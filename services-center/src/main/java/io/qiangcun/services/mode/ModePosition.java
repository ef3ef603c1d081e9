package io.qiangcun.services.mode;

/** The positions of "1+1+9+N" and how many parts each has room for; what they stand for no source says. */
public enum ModePosition {
    FIRST("1", 1),
    SECOND("1", 1),
    NINE("9", 9),
    MORE("N", 60);

    private final String sign;
    private final int room;

    ModePosition(String sign, int room) {
        this.sign = sign;
        this.room = room;
    }

    /** What is written of it. */
    public String sign() {
        return sign;
    }

    public int room() {
        return room;
    }

    /** Whether it has as many parts as its county likes. */
    public boolean isOpen() {
        return this == MORE;
    }
}
