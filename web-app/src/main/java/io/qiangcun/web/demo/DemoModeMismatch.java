package io.qiangcun.web.demo;

/** A demo database without demo mode, or demo mode on a database that is none. */
class DemoModeMismatch extends RuntimeException {

    private final boolean demoMode;

    DemoModeMismatch(boolean demoMode) {
        super(demoMode ? "Demo mode on a database that is no demo" : "A demo database without demo mode");
        this.demoMode = demoMode;
    }

    boolean demoMode() {
        return demoMode;
    }
}
