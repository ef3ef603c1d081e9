/** Registers (台账) as data: typed columns, rows of places, rules about them, and totals up the tree. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
