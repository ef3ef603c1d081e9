/** What cooperatives distribute to their members, how it is decided and paid, and the account of each member. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.dividend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
