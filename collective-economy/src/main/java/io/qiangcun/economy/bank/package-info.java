/** What banks say beside what the books say: their statements come in, lines are matched, and what is open is explained. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
