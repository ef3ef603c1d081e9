@NullMarked
package io.qiangcun.economy.contract;

import org.jspecify.annotations.NullMarked;
