/** A county to try things out on, written into a new database in demo mode and nowhere else. */
@ApplicationModule
@NullMarked
package io.qiangcun.web.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
