@NullMarked
package io.qiangcun.services.feedback.web;

import org.jspecify.annotations.NullMarked;
