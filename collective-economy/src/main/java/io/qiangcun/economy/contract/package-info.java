/** Contracts of collectives: what was agreed, what is due of it, what was billed and received through the books. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
