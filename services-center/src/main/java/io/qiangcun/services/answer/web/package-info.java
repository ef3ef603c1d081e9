/** The page on which anybody reads the standard answers. */
@NullMarked
package io.qiangcun.services.answer.web;

import org.jspecify.annotations.NullMarked;
