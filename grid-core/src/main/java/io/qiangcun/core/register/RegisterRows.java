package io.qiangcun.core.register;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface RegisterRows extends Repository<RegisterRow, RowId>, ScopedReads<RegisterRow, RowId> {

    RegisterRow saveAndFlush(RegisterRow row);
}
