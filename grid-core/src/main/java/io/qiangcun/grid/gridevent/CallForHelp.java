package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.PlaceCode;
import java.util.List;

/** Departments are called, with what they are asked. They are told this and nothing else. */
public record CallForHelp(List<PlaceCode> called, String question, boolean urgent) {

    public CallForHelp {
        called = List.copyOf(called);
    }
}
