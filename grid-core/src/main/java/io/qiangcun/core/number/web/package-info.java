/** The pages of the numbers that rules count by. */
@NullMarked
package io.qiangcun.core.number.web;

import org.jspecify.annotations.NullMarked;
