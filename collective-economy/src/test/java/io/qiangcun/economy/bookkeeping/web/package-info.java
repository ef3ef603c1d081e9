@NullMarked
package io.qiangcun.economy.bookkeeping.web;

import org.jspecify.annotations.NullMarked;
