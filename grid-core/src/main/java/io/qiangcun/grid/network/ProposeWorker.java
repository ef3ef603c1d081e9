package io.qiangcun.grid.network;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/**
 * Somebody is to work in a grid.
 *
 * @param id made when the form was shown, so that a form sent twice proposes once
 */
public record ProposeWorker(
        WorkerId id, PlaceCode grid, PersonId person, WorkerPost post, WorkerSource source, LocalDate since) {}
