@NullMarked
package io.qiangcun.economy.bank;

import org.jspecify.annotations.NullMarked;
