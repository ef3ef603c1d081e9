/** Distribution of a year's result: what goes to the reserve, to the members by their shares, and to whom it was paid. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.distribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
