/** The pages of books, their accounts and their months. */
@NullMarked
package io.qiangcun.economy.bookkeeping.web;

import org.jspecify.annotations.NullMarked;
