@NullMarked
package io.qiangcun.party.contact.web;

import org.jspecify.annotations.NullMarked;
