package io.qiangcun.core.people;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Households extends Repository<Household, HouseholdId>, ScopedReads<Household, HouseholdId> {

    Household saveAndFlush(Household household);
}
