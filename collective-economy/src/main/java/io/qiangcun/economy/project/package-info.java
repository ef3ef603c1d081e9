/** Support projects: what each source gives, what was spent, how far they are, who accepted them and what they earn. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
