/** Turns of volunteers: what the shifts of posts ask for, who takes a turn, and the hours that follow from it. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
