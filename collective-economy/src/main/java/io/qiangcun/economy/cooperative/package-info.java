/** Cooperatives that branches of the Party lead: what they are, who belongs to them, and what members trade with them. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.cooperative;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
