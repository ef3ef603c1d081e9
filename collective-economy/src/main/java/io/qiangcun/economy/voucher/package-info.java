/** Vouchers: written by one, reviewed and posted by another, numbered without gaps, never changed once posted. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.voucher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
