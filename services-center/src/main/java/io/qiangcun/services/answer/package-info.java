/** Answers that a county agreed on: anybody reads them, whoever asks is shown them first, and whoever answers starts from them. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
