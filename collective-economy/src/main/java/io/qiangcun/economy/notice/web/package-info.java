/** The pages of notices: those of the village, and the one that anybody opens. */
@NullMarked
package io.qiangcun.economy.notice.web;

import org.jspecify.annotations.NullMarked;
