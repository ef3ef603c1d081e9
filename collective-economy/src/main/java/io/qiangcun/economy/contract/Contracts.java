package io.qiangcun.economy.contract;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Contracts extends Repository<Contract, ContractId>, ScopedReads<Contract, ContractId> {

    Contract saveAndFlush(Contract contract);
}
