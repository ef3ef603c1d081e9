/** The pages of the catalogue: those of the county, and those that anybody opens. */
@NullMarked
package io.qiangcun.services.catalogue.web;

import org.jspecify.annotations.NullMarked;
