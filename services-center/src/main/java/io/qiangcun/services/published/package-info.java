/** What a county publishes of its registers: the livelihood projects of a year, and where one can go. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
