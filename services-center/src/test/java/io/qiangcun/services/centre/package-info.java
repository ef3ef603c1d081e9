@NullMarked
package io.qiangcun.services.centre;

import org.jspecify.annotations.NullMarked;
