@NullMarked
package io.qiangcun.party.screening.web;

import org.jspecify.annotations.NullMarked;
