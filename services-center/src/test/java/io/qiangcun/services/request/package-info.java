@NullMarked
package io.qiangcun.services.request;

import org.jspecify.annotations.NullMarked;
