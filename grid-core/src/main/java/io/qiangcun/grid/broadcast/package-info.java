/** Loudspeakers: messages written by one and checked by another, each spoken once and never late. */
@ApplicationModule
@NullMarked
package io.qiangcun.grid.broadcast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
