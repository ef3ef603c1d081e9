@NullMarked
package io.qiangcun.economy.project;

import org.jspecify.annotations.NullMarked;
