/** Pages of shares and distributions. */
@NullMarked
package io.qiangcun.economy.distribution.web;

import org.jspecify.annotations.NullMarked;
