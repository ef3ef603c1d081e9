/** Journeys of real people through the real application in a real browser. */
@NullMarked
package io.qiangcun.browser;

import org.jspecify.annotations.NullMarked;
