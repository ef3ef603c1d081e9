/** Organisational life: what a branch held, recorded once, from which duties, reports and warnings follow. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
