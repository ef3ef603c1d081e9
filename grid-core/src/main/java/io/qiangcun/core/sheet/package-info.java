/** Spreadsheets that people fill in and send back, read in one way. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
