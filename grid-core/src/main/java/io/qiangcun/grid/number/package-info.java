/** The numbers of grids, events, emergencies, speakers and shops with what they rest on; a county sets its own from a day on. */
@ApplicationModule
@NullMarked
package io.qiangcun.grid.number;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
