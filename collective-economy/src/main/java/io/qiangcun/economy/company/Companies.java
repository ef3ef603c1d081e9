package io.qiangcun.economy.company;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Companies extends Repository<Company, CompanyId>, ScopedReads<Company, CompanyId> {

    Company saveAndFlush(Company company);
}
