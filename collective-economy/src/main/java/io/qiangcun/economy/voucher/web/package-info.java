/** Vouchers as they are written, looked over and printed. */
@NullMarked
package io.qiangcun.economy.voucher.web;

import org.jspecify.annotations.NullMarked;
