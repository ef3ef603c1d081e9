/** The numbers that rules count by, with what they rest on; a county sets its own from a day on. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.number;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
