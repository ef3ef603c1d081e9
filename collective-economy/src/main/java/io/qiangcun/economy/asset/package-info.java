/** Cards of what collectives own, what is charged of them each month, what became of them, and the yearly inventory. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
