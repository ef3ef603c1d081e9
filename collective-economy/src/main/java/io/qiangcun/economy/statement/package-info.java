/** Statements of a book at any month end: what lines say is data, what they add up comes from the balances. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
