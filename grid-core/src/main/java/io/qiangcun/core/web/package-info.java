/** The look of every page: layout, kit, errors, Excel. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
