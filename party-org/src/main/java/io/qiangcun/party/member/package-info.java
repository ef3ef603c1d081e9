/** The members of the Party: in which branch each is, since when, with which rights, and what became of it. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
