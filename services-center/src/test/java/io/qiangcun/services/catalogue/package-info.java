@NullMarked
package io.qiangcun.services.catalogue;

import org.jspecify.annotations.NullMarked;
