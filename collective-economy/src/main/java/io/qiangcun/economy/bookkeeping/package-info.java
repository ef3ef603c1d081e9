/** Books as they are opened and closed month by month: what is done, what is missing, what comes next. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.bookkeeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
