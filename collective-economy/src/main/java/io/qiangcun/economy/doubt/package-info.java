/** What in the income of a village wants to be explained: questions that the ledger asks of the township, and their answers. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.doubt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
