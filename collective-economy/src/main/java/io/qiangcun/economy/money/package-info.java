/** Amounts of money, and how a whole is shared to the cent. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
