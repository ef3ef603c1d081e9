/** Monthly reports written by the records: read, confirmed, reviewed, locked, never typed again. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
