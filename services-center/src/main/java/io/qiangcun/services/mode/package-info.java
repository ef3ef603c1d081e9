/** The working mode of a county's centres as a diagram whose positions are named and whose meaning is the county's. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.mode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
