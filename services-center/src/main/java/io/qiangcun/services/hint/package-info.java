/** Words by which an emergency or a petition is recognised, and whom to call: data, kept by the county. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.hint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
