package io.qiangcun.web.demo;

import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;

/** A place of the demo county. */
record DemoPlace(PlaceCode code, PlaceCategory category, String name) {}
