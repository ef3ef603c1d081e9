/**
 * Stars of members' households and grades of secretaries: yearly rounds on the steps of a procedure, sheets that are
 * counted without names, and plaques that come and go with the stars. Nobody is put in the order of his score.
 */
@ApplicationModule
@NullMarked
package io.qiangcun.party.rating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
