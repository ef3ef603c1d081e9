/** Whole years of books, worked out on paper beside the application. */
@NullMarked
package io.qiangcun.books;

import org.jspecify.annotations.NullMarked;
