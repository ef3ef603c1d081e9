/** Plans of villages: what each means to earn year by year, after which model and with which key project. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
