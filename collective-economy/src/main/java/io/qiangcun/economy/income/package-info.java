/** Income told apart by what it is, as the ledger has it: by village, by band and by year, after a formula that is data. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.income;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
