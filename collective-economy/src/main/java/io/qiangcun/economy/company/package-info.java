/** Companies and projects that villages own together: who holds what, and what each is owed of the profit. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
