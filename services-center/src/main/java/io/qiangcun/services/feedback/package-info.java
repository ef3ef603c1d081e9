/** What people say about the software and the work, on any page of the product, and what was changed for it. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
