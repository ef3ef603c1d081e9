/** What is owed, by whom, until when: the statutory calendar as data, fulfilled by records. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
