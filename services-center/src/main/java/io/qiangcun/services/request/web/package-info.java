@NullMarked
package io.qiangcun.services.request.web;

import org.jspecify.annotations.NullMarked;
