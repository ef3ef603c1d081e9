package io.qiangcun.grid.network;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Grids extends Repository<Grid, PlaceCode>, ScopedReads<Grid, PlaceCode> {

    Grid saveAndFlush(Grid grid);
}
