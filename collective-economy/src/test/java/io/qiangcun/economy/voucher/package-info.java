@NullMarked
package io.qiangcun.economy.voucher;

import org.jspecify.annotations.NullMarked;
