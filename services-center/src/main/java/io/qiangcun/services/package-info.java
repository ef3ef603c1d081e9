@NullMarked
package io.qiangcun.services;

import org.jspecify.annotations.NullMarked;
