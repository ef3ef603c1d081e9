package io.qiangcun.economy.voucher;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Vouchers extends Repository<Voucher, VoucherId>, ScopedReads<Voucher, VoucherId> {

    Voucher saveAndFlush(Voucher voucher);
}
