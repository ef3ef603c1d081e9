package io.qiangcun.party.activity;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Activities extends Repository<Activity, ActivityId>, ScopedReads<Activity, ActivityId> {

    Activity saveAndFlush(Activity activity);
}
