/** Photos and files that belong to a record; always optional, never a condition of anything. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
