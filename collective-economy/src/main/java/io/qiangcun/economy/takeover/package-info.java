/** Books that were kept elsewhere: accounts, opening balances and vouchers from sheets, all of a sheet or none. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.takeover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
