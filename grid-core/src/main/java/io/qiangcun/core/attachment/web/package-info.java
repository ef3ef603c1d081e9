@NullMarked
package io.qiangcun.core.attachment.web;

import org.jspecify.annotations.NullMarked;
