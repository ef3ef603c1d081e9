/** The pages of the numbers of grids. */
@NullMarked
package io.qiangcun.grid.number.web;

import org.jspecify.annotations.NullMarked;
