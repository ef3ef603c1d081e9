@NullMarked
package io.qiangcun.economy.income.web;

import org.jspecify.annotations.NullMarked;
