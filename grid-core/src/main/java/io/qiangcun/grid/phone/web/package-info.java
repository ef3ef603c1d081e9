/** The page of the phone, what it loads, and who waits. */
@NullMarked
package io.qiangcun.grid.phone.web;

import org.jspecify.annotations.NullMarked;
