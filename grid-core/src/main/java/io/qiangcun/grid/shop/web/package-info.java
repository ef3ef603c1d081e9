/** The pages of the points shop. */
@NullMarked
package io.qiangcun.grid.shop.web;

import org.jspecify.annotations.NullMarked;
