/** Reporting from a phone: what waits on which device until it has a network. */
@ApplicationModule
@NullMarked
package io.qiangcun.grid.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
