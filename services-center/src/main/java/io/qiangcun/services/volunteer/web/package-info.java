/** The pages on which turns are taken and their hours kept. */
@NullMarked
package io.qiangcun.services.volunteer.web;

import org.jspecify.annotations.NullMarked;
