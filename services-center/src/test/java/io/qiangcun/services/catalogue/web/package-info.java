@NullMarked
package io.qiangcun.services.catalogue.web;

import org.jspecify.annotations.NullMarked;
