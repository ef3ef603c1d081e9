@NullMarked
package io.qiangcun.economy.money;

import org.jspecify.annotations.NullMarked;
