/** What whoever takes over the posts of a place finds there: everything unfinished, from all modules, on one list. */
@ApplicationModule
@NullMarked
package io.qiangcun.web.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
