/** Training classes, who took part, and the hours of study that members and committees owe in a year. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
