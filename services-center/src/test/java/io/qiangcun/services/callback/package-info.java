@NullMarked
package io.qiangcun.services.callback;

import org.jspecify.annotations.NullMarked;
