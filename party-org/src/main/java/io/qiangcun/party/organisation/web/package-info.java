@NullMarked
package io.qiangcun.party.organisation.web;

import org.jspecify.annotations.NullMarked;
