@NullMarked
package io.qiangcun.services.callback.web;

import org.jspecify.annotations.NullMarked;
