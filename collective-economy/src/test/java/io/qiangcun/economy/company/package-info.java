@NullMarked
package io.qiangcun.economy.company;

import org.jspecify.annotations.NullMarked;
