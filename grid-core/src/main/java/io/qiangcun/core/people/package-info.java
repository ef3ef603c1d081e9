/** Persons and households, recorded once and referred to by all modules: least data, sensitive fields encrypted. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
