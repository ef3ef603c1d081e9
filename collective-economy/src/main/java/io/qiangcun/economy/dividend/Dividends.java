package io.qiangcun.economy.dividend;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Dividends extends Repository<Dividend, DividendId>, ScopedReads<Dividend, DividendId> {

    Dividend saveAndFlush(Dividend dividend);
}
