@NullMarked
package io.qiangcun.economy.asset;

import org.jspecify.annotations.NullMarked;
