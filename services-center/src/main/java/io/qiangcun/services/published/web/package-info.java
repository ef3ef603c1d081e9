/** The pages on which anybody reads what a county publishes. */
@NullMarked
package io.qiangcun.services.published.web;

import org.jspecify.annotations.NullMarked;
