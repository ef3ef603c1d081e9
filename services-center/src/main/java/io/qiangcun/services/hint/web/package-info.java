@NullMarked
package io.qiangcun.services.hint.web;

import org.jspecify.annotations.NullMarked;
