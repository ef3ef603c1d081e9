package io.qiangcun.core.register;

import java.time.ZoneId;

/** Where a day begins. */
final class Days {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Days() {}
}
