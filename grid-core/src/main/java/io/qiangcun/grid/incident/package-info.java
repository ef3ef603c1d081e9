/**
 * Emergencies: switched on by somebody for a reason, reported place by place, called out to every post concerned, put
 * together in bulletins, ended with a review, and stripped of what is personal when it is over.
 */
@ApplicationModule
@NullMarked
package io.qiangcun.grid.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
