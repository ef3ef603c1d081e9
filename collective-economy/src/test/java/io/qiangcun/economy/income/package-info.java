@NullMarked
package io.qiangcun.economy.income;

import org.jspecify.annotations.NullMarked;
