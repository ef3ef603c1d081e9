/**
 * What a branch is held against and how it fares: by its own records, by its own word, by those above and by the county;
 * what is not met is a list of what to do next.
 */
@ApplicationModule
@NullMarked
package io.qiangcun.party.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
