/** The PostgreSQL of an installation that has not been given one. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
