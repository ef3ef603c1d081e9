@NullMarked
package io.qiangcun.economy.voucher.web;

import org.jspecify.annotations.NullMarked;
