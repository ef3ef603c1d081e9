/** The points shop of a village: facts about households that others approved and published, and goods for them. */
@ApplicationModule
@NullMarked
package io.qiangcun.grid.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
