@NullMarked
package io.qiangcun.economy.statement;

import org.jspecify.annotations.NullMarked;
