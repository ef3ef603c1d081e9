/** Numbers that law, regulation or a county's own decision sets: dated rows with their basis, never constants. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.parameter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
