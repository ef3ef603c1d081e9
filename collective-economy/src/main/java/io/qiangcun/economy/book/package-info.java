/** The books of collective organisations and cooperatives: their charts, details, years and months. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
