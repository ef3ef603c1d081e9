/** The page of a place: every fact that is kept about it, in numbers, each one click away from its rows. */
@ApplicationModule
@NullMarked
package io.qiangcun.web.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
