/** Income that pays: a county's scheme of what cadres get for what their village earned, tried against the ledger before it is decided. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.bonus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
