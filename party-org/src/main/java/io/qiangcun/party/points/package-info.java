/**
 * Points of members: a fact, a rule and somebody else's approval; shown every quarter, open to objection, never compared
 * between persons and never taken from the use of this software.
 */
@ApplicationModule
@NullMarked
package io.qiangcun.party.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
