/** The sheets by which books come in, on pages and in folders. */
@NullMarked
package io.qiangcun.economy.takeover.web;

import org.jspecify.annotations.NullMarked;
