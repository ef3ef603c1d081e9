/** Notices of finances for the members: what came in and what went out in plain words, and their questions with answers. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
