/** What is said of a scheme on its pages. */
@NullMarked
package io.qiangcun.economy.bonus.web;

import org.jspecify.annotations.NullMarked;
