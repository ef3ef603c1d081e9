/** Working days with holidays and make-up days, and the clock of a case: the one calendar behind every deadline. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
