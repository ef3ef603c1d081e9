package io.qiangcun.services.centre;

import io.qiangcun.core.place.PlaceCode;
import java.util.List;

/** Knows what people ask most at a place, with the answer that holds, for the door of its centre. */
public interface AskedOften {

    List<Question> at(PlaceCode place);

    /**
     * One of them.
     *
     * @param source on what the answer rests
     */
    record Question(String question, String answer, String source) {}
}
