@NullMarked
package io.qiangcun.services.published.web;

import org.jspecify.annotations.NullMarked;
