@NullMarked
package io.qiangcun.economy.help;

import org.jspecify.annotations.NullMarked;
