/** Grids and micro-grids: where they lie, who works in them, and what they came from. */
@ApplicationModule
@NullMarked
package io.qiangcun.grid.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
