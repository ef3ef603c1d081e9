/** The pages of income that pays. */
@NullMarked
package io.qiangcun.economy.bonus.web;

import org.jspecify.annotations.NullMarked;
