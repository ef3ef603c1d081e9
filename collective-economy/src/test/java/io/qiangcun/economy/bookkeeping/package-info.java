@NullMarked
package io.qiangcun.economy.bookkeeping;

import org.jspecify.annotations.NullMarked;
