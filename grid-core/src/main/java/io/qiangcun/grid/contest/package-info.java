/** Contests about courtyards and surroundings: two procedures, and what they may not do. */
@ApplicationModule
@NullMarked
package io.qiangcun.grid.contest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
