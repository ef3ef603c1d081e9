package io.qiangcun.party.training;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;

/** Somebody who took part in a class that was kept elsewhere before, and where he belongs. */
public record PastAttendance(ClassId of, PersonId person, PlaceCode place) {}
