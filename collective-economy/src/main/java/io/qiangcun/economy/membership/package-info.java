/** Who belongs to a cooperative, what they brought and what was put to their names, and what they trade with it. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
